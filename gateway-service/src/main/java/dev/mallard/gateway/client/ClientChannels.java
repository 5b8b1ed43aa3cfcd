package dev.mallard.gateway.client;

import dev.mallard.transport.ChannelCustomizer;
import dev.mallard.transport.ProxyProtocolCustomizer;
import dev.mallard.transport.ReloadingSslBundle;
import dev.mallard.transport.TlsCustomizer;
import dev.mallard.transport.TrustedProxies;

import org.springframework.boot.ssl.SslBundles;

/** What goes under the connections of clients: the header of the PROXY protocol first, then TLS. */
final class ClientChannels {

    private ClientChannels() {}

    /**
     * @throws RuntimeException if the SSL bundle is not there or cannot be used, or if a trusted proxy is no
     *     address
     */
    static ChannelCustomizer customizer(
            ClientProperties properties,
            SslBundles bundles,
            ConnectionLimits limits,
            ConnectionRefusals refusals) {
        ChannelCustomizer customizer = ChannelCustomizer.none();
        ProxyProtocolProperties proxy = properties.proxyProtocol();
        if (proxy.enabled()) {
            TrustedProxies trusted =
                    proxy.trusted().isEmpty()
                            ? TrustedProxies.any()
                            : TrustedProxies.of(proxy.trusted());
            customizer =
                    new ProxyProtocolCustomizer(proxy.timeout(), trusted, refusals::refused)
                            .andThen(
                                    channel ->
                                            channel.pipeline()
                                                    .addLast(new ProxiedAddressLimit(limits)));
        }
        TlsProperties tls = properties.tls();
        if (tls.isEnabled()) {
            customizer =
                    customizer.andThen(
                            TlsCustomizer.server(
                                    new ReloadingSslBundle(bundles, tls.bundle()),
                                    tls.handshakeTimeout(),
                                    refusals::refused));
        }
        return customizer;
    }
}
