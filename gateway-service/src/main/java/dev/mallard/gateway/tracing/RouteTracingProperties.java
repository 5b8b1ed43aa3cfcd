package dev.mallard.gateway.tracing;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which requests are traced, if {@code mallard.tracing.enabled} says that any are.
 *
 * @param share part of the requests for services, from 0 to 1, that are traced; chosen by chance, and at most
 *     one open request of a client at a time
 */
@Validated
@ConfigurationProperties("mallard.gateway.tracing")
public record RouteTracingProperties(
        @DefaultValue("0.001") @DecimalMin("0") @DecimalMax("1") double share) {}
