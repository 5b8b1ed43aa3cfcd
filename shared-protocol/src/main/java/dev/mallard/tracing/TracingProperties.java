package dev.mallard.tracing;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Tracing of requests through OpenTelemetry.
 *
 * @param enabled whether traces are made and sent; the gateway chooses the requests, and a service traces
 *     those that a gateway has chosen
 * @param endpoint where to send them: the base address of a collector that speaks OTLP over HTTP. Standard
 *     OTEL_ variables, such as OTEL_EXPORTER_OTLP_HEADERS, are read as well and come first
 */
@Validated
@ConfigurationProperties("mallard.tracing")
public record TracingProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("http://localhost:4318") @NotBlank String endpoint) {}
