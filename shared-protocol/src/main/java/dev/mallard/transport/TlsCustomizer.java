package dev.mallard.transport;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslHandler;

import org.springframework.boot.ssl.SslBundle;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Puts TLS under the connections of a server or a client, with the keys, the trust, the ciphers and
 * the protocols of a Spring Boot SSL bundle. The bundle is asked for with each connection, so a
 * {@link ReloadingSslBundle} brings new certificates in without a restart; connections that are
 * open keep what they began with.
 *
 * <p>The connection opens after the handshake. One without TLS, with a handshake that fails or that
 * takes too long, is closed without a log entry above debug level, and counted by the listener. The
 * handshake is computed on the connection's event loop.
 */
public final class TlsCustomizer implements ChannelCustomizer {

    /** A time-out for handshakes that leaves room for slow networks. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final Supplier<SslBundle> bundles;
    private final TlsRole role;
    private final Duration timeout;
    private final Consumer<TlsFailure> failures;
    private final TlsContexts contexts;

    private TlsCustomizer(
            Supplier<SslBundle> bundles,
            TlsRole role,
            Duration timeout,
            Consumer<TlsFailure> failures) {
        this.bundles = bundles;
        this.role = role;
        this.timeout = OpeningTimeout.check(timeout);
        this.failures = failures;
        this.contexts = new TlsContexts(bundles, role);
    }

    /**
     * TLS for a server. If the bundle has a trust store, clients must show a certificate that it
     * trusts; see {@link #withClientAuth}.
     *
     * @param bundles asked on the event loop for each connection; a bundle needs a key store
     * @param timeout how long the handshake may take, from 1 ms to 1 min
     * @param failures told of every handshake that fails, on the event loop; must not block
     * @return the customizer
     * @throws IllegalArgumentException when the time-out is out of range
     * @throws RuntimeException when the bundle cannot be used: a missing or unreadable key, a wrong
     *     password, an unknown cipher
     */
    public static TlsCustomizer server(
            Supplier<SslBundle> bundles, Duration timeout, Consumer<TlsFailure> failures) {
        return new TlsCustomizer(bundles, new TlsRole.Server(null), timeout, failures);
    }

    /**
     * TLS for a client. The server's certificate must be trusted by the bundle, or by the Java
     * runtime if it has no trust store, and be for the host. If the bundle has a key store, its
     * certificate is shown when the server asks. A server that does not accept it may say so only
     * after the connection has opened.
     *
     * @param bundles asked on the event loop for each connection
     * @param host name or address that the client connects to
     * @param port its port
     * @param timeout how long the handshake may take, from 1 ms to 1 min; the connect time-out of
     *     the client includes it
     * @param failures told of every handshake that fails, on the event loop; must not block
     * @return the customizer
     * @throws IllegalArgumentException when the time-out is out of range
     * @throws RuntimeException when the bundle cannot be used
     */
    public static TlsCustomizer client(
            Supplier<SslBundle> bundles,
            String host,
            int port,
            Duration timeout,
            Consumer<TlsFailure> failures) {
        return new TlsCustomizer(bundles, new TlsRole.Client(host, port, true), timeout, failures);
    }

    /**
     * @param clientAuth whether clients have to show a certificate
     * @return the same for a server, whatever the bundle has
     * @throws IllegalStateException when this is for a client
     */
    public TlsCustomizer withClientAuth(ClientAuth clientAuth) {
        return switch (role) {
            case TlsRole.Server server ->
                    new TlsCustomizer(bundles, new TlsRole.Server(clientAuth), timeout, failures);
            case TlsRole.Client client -> throw new IllegalStateException("not a server");
        };
    }

    /**
     * Accepts every certificate that the bundle trusts, for whichever host it was issued: for a
     * private authority that certifies nothing but the services themselves.
     *
     * @return the same for a client, without a look at the name in the server's certificate
     * @throws IllegalStateException when this is for a server
     */
    public TlsCustomizer withoutHostnameVerification() {
        return switch (role) {
            case TlsRole.Client(String host, int port, boolean verified) ->
                    new TlsCustomizer(
                            bundles, new TlsRole.Client(host, port, false), timeout, failures);
            case TlsRole.Server server -> throw new IllegalStateException("not a client");
        };
    }

    @Override
    public void customize(Channel channel) {
        channel.pipeline().addLast(new TlsHandshakeHandler(this::newHandler, failures));
    }

    private SslHandler newHandler(ByteBufAllocator allocator) {
        SslHandler handler = role.handler(contexts.get(), allocator);
        handler.setHandshakeTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return handler;
    }
}
