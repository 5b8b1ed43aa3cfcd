package dev.mallard.gateway.client;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * TLS on the client port.
 *
 * @param bundle name of the SSL bundle with the key, empty for no TLS; a trust store in it makes clients show
 *     a certificate
 * @param handshakeTimeout time in which the handshake has to be over, from 1 ms to 1 min
 */
public record TlsProperties(
        @DefaultValue("") String bundle, @DefaultValue("10s") Duration handshakeTimeout) {

    boolean isEnabled() {
        return !bundle.isBlank();
    }
}
