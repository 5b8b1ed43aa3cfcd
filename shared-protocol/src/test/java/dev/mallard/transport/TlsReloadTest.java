package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;

import java.security.cert.Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import javax.net.ssl.SSLSocket;

class TlsReloadTest extends TransportFixture {

    private static final String NAME = "gateway";

    private final TestAuthority authority = new TestAuthority("our authority");
    private final RecordingHandler handler = new RecordingHandler();
    private final DefaultSslBundleRegistry registry = new DefaultSslBundleRegistry();

    private NettyServerConnectionFactory tlsServer(Supplier<SslBundle> bundles) {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setChannelCustomizer(
                counting(
                        TlsCustomizer.server(
                                bundles, TlsCustomizer.DEFAULT_TIMEOUT, failure -> {})));
        start(server, handler);
        return server;
    }

    private SSLSocket tlsSocket(NettyServerConnectionFactory server) throws Exception {
        return closing(TlsLoopback.connect(authority.trust(), server.getPort()));
    }

    private static Certificate certificate(SSLSocket socket) throws Exception {
        return socket.getSession().getPeerCertificates()[0];
    }

    @Test
    void newConnectionsGetTheNewCertificateAndOldOnesLiveOn() throws Exception {
        var first = authority.issue("first");
        var second = authority.issue("second");
        registry.registerBundle(NAME, TestAuthority.identity(first));
        var server = tlsServer(new ReloadingSslBundle(registry, NAME));
        SSLSocket before = tlsSocket(server);
        assertThat(certificate(before)).isEqualTo(first.getCertificate());

        registry.updateBundle(NAME, TestAuthority.identity(second));
        SSLSocket after = tlsSocket(server);
        assertThat(certificate(after)).isEqualTo(second.getCertificate());
        new RawClient(before).send("still here");
        assertThat(next(handler.frames)).isEqualTo("still here");
        new RawClient(after).send("here too");
        assertThat(next(handler.frames)).isEqualTo("here too");
    }

    @Test
    void anUpdateThatCannotBeUsedLeavesTheLastOneThatCould() throws Exception {
        var first = authority.issue("first");
        var third = authority.issue("third");
        registry.registerBundle(NAME, TestAuthority.identity(first));
        var server = tlsServer(new ReloadingSslBundle(registry, NAME));
        registry.updateBundle(NAME, TestAuthority.NO_BUNDLE);
        assertThat(certificate(tlsSocket(server))).isEqualTo(first.getCertificate());
        assertThat(certificate(tlsSocket(server))).isEqualTo(first.getCertificate());
        registry.updateBundle(NAME, TestAuthority.identity(third));
        assertThat(certificate(tlsSocket(server))).isEqualTo(third.getCertificate());
    }

    @Test
    void theContextIsMadeOncePerBundle() {
        AtomicInteger asked = new AtomicInteger();
        SslBundle bundle = TestAuthority.identity(authority.issue("server"));
        var contexts =
                new TlsContexts(
                        () -> {
                            asked.incrementAndGet();
                            return bundle;
                        },
                        new TlsRole.Server(null));
        assertThat(contexts.get()).isSameAs(contexts.get());
        assertThat(asked).hasValue(3);
    }

    @Test
    void aBundleThatDoesNotExistIsNamed() {
        assertThatExceptionOfType(NoSuchSslBundleException.class)
                .isThrownBy(() -> new ReloadingSslBundle(registry, "nowhere"))
                .withMessageContaining("nowhere");
    }
}
