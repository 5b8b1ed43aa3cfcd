package dev.mallard.gateway.upstream;

import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.transport.ChannelCustomizer;
import dev.mallard.transport.LinkTlsProperties;
import dev.mallard.transport.NettyClientConnectionFactory;
import dev.mallard.transport.ReloadingSslBundle;
import dev.mallard.transport.TlsCustomizer;
import dev.mallard.transport.TransportOptions;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;

import java.time.Duration;

/** Makes what opens the connections of links: with TLS, if it is configured. Any thread. */
final class LinkConnections {

    private final LinkTlsProperties tls;
    private final TransportOptions options;
    private final @Nullable ReloadingSslBundle bundle;

    /**
     * @throws RuntimeException if the SSL bundle is not there or cannot be used
     */
    LinkConnections(LinkTlsProperties tls, SslBundles bundles, Duration connectTimeout) {
        this.tls = tls;
        this.options = TransportOptions.forLinks().withConnectTimeout(connectTimeout);
        this.bundle = tls.isEnabled() ? new ReloadingSslBundle(bundles, tls.bundle()) : null;
        // What is wrong with the bundle shows now, and not when the first instance is found.
        customizer("localhost", 1);
    }

    /** A connection factory for a link, without a listener yet. */
    NettyClientConnectionFactory factory(UpstreamLink link) {
        UpstreamInstance instance = link.instance();
        InstanceAddress address = instance.address();
        NettyClientConnectionFactory factory =
                new NettyClientConnectionFactory(
                        address.host(),
                        address.port(),
                        link.eventLoop(),
                        new LinkFrameCodec(),
                        options);
        factory.setComponentName("link to " + link);
        factory.setChannelCustomizer(customizer(instance.serverName(), address.port()));
        return factory;
    }

    private ChannelCustomizer customizer(String serverName, int port) {
        // Failures come with the exception of the attempt.
        return bundle == null
                ? ChannelCustomizer.none()
                : TlsCustomizer.client(
                        bundle, serverName, port, tls.handshakeTimeout(), failure -> {});
    }
}
