package dev.mallard.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

/**
 * A {@link Tracer}, if tracing is on; otherwise there is none, and nothing of OpenTelemetry runs. Beans of
 * type {@link AutoConfigurationCustomizerProvider} can change how spans are sampled and exported.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingProperties.class)
public class TracingConfiguration {

    private static final String INSTRUMENTATION = "dev.mallard";

    /** What is needed while tracing is on. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("mallard.tracing.enabled")
    static class Enabled {

        /** Spans wait in a bounded queue for a thread that sends them; when it is full, they are dropped. */
        @Bean(destroyMethod = "close")
        OpenTelemetrySdk openTelemetry(
                TracingProperties properties,
                @Value("${spring.application.name:mallard}") String service,
                ObjectProvider<AutoConfigurationCustomizerProvider> customizers) {
            AutoConfiguredOpenTelemetrySdkBuilder sdk =
                    AutoConfiguredOpenTelemetrySdk.builder()
                            .disableShutdownHook()
                            .addPropertiesSupplier(() -> defaults(properties, service));
            customizers.orderedStream().forEach(customizer -> customizer.customize(sdk));
            return sdk.build().getOpenTelemetrySdk();
        }

        @Bean
        Tracer tracer(OpenTelemetrySdk openTelemetry) {
            return openTelemetry.getTracer(INSTRUMENTATION);
        }

        private static Map<String, String> defaults(TracingProperties properties, String service) {
            return Map.of(
                    "otel.service.name",
                    service,
                    "otel.exporter.otlp.endpoint",
                    properties.endpoint(),
                    "otel.exporter.otlp.protocol",
                    "http/protobuf",
                    // Metrics and logs have ways of their own.
                    "otel.metrics.exporter",
                    "none",
                    "otel.logs.exporter",
                    "none");
        }
    }
}
