package dev.mallard.protocol.link.server;

import dev.mallard.transport.ChannelCustomizer;
import dev.mallard.transport.LinkTlsProperties;
import dev.mallard.transport.ReloadingSslBundle;
import dev.mallard.transport.TlsCustomizer;
import dev.mallard.transport.TlsFailure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;

/** What goes under the connections of gateways: TLS, if it is configured. */
final class LinkChannels {

    private static final Logger log = LoggerFactory.getLogger(LinkChannels.class);

    private LinkChannels() {}

    /**
     * @throws RuntimeException if the SSL bundle is not there or cannot be used
     */
    static ChannelCustomizer customizer(
            LinkTlsProperties tls, SslBundles bundles, GatewayLinks links) {
        if (!tls.isEnabled()) {
            return ChannelCustomizer.none();
        }
        return TlsCustomizer.server(
                new ReloadingSslBundle(bundles, tls.bundle()),
                tls.handshakeTimeout(),
                failure -> refused(failure, links));
    }

    private static void refused(TlsFailure failure, GatewayLinks links) {
        links.refused(LinkRefusal.of(failure));
        if (failure == TlsFailure.CLOSED) {
            // Probes that only look whether the port is open do this all the time.
            log.debug("Somebody left during the TLS handshake");
        } else {
            log.warn("Refused a link: the TLS handshake failed ({})", failure);
        }
    }
}
