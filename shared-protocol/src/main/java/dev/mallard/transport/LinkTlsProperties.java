package dev.mallard.transport;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * TLS on the links, which both ends have to agree on.
 *
 * @param bundle name of the SSL bundle, empty for no TLS. A service needs one with a key; a trust store in it
 *     makes gateways show a certificate. A gateway trusts what the bundle trusts, checks that the certificate
 *     is for the host it connects to, and shows the bundle's certificate if it has one
 * @param handshakeTimeout time in which the handshake has to be over, from 1 ms to 1 min
 */
public record LinkTlsProperties(
        @DefaultValue("") String bundle, @DefaultValue("10s") Duration handshakeTimeout) {

    public boolean isEnabled() {
        return !bundle.isBlank();
    }
}
