package dev.mallard.gateway.upstream;

import dev.mallard.transport.LinkTlsProperties;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What all links have in common, on both of their ends.
 *
 * @param secret what the services want to hear from a gateway
 * @param tls whether the services speak TLS
 */
@Validated
@ConfigurationProperties("mallard.link")
public record LinkProperties(
        @NotBlank(message = LinkSecretPolicy.WHAT_TO_DO) String secret,
        @NestedConfigurationProperty @DefaultValue LinkTlsProperties tls) {

    /** The secret stays out of logs and failure analyses. */
    @Override
    public String toString() {
        return "LinkProperties[]";
    }
}
