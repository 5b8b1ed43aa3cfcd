package dev.mallard.gateway.tracing;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import org.springframework.context.annotation.Bean;

import java.util.Map;

/** Keeps the spans of an application instead of sending them. Without a stereotype: scans must not find it. */
class SpanRecorder {

    @Bean
    InMemorySpanExporter spans() {
        return InMemorySpanExporter.create();
    }

    @Bean
    AutoConfigurationCustomizerProvider keepSpans(InMemorySpanExporter spans) {
        return sdk ->
                sdk.addPropertiesCustomizer(config -> Map.of("otel.traces.exporter", "none"))
                        .addTracerProviderCustomizer(
                                (provider, config) ->
                                        provider.addSpanProcessor(
                                                SimpleSpanProcessor.create(spans)));
    }
}
