package dev.mallard.protocol.link.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.transport.TestAuthority;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.pkitesting.X509Bundle;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.Certificate;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A link server that expects TLS: who gets in, who does not, and what operators see of it. */
@Timeout(60)
class LinkServerTlsIntegrationTest {

    private static final TestAuthority OURS = new TestAuthority("our authority");
    private static final TestAuthority OTHERS = new TestAuthority("another authority");

    private final X509Bundle identity = OURS.issue("service");
    private final ConfigurableApplicationContext context = start("links");

    private ConfigurableApplicationContext start(String bundle) {
        return new SpringApplicationBuilder(TestLinkService.class)
                .web(WebApplicationType.NONE)
                .initializers(
                        starting ->
                                starting.getBeanFactory()
                                        .registerSingleton("testSslBundles", bundles()))
                .run(
                        "--mallard.link.port=0",
                        "--mallard.link.bind-address=127.0.0.1",
                        "--mallard.link.instance-id=test-1",
                        "--mallard.link.secret=open sesame",
                        "--mallard.link.tls.bundle=" + bundle,
                        "--mallard.link.tls.handshake-timeout=2s");
    }

    private DefaultSslBundleRegistry bundles() {
        return new DefaultSslBundleRegistry("links", TestAuthority.bundle(identity, OURS));
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private int port() {
        return context.getBean(LinkServer.class).port();
    }

    private SSLSocket connect(SslBundle bundle) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        bundle.createSslContext()
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), port());
        socket.startHandshake();
        return socket;
    }

    private double refused(LinkRefusal reason) {
        return context.getBean(MeterRegistry.class)
                .get("mallard.link.refused")
                .tag("reason", reason.name())
                .counter()
                .count();
    }

    private SslBundle gateway(TestAuthority authority) {
        return TestAuthority.bundle(authority.issue("gateway"), OURS);
    }

    @Test
    void aGatewayWithACertificateIsWelcome() throws IOException {
        try (GatewayPeer peer = new GatewayPeer(connect(gateway(OURS)))) {
            peer.hello("gw", "open sesame");
            assertThat(peer.control(BodyCase.WELCOME).getWelcome().getRole()).isEqualTo("test");
        }
    }

    @Test
    void aWrongSecretIsRefusedOverTlsToo() throws IOException {
        try (GatewayPeer peer = new GatewayPeer(connect(gateway(OURS)))) {
            peer.hello("gw", "open barley");
            peer.control(BodyCase.REFUSAL);
            assertThat(peer.ends()).isTrue();
        }
        assertThat(refused(LinkRefusal.WRONG_SECRET)).isOne();
    }

    @Test
    void plainTextIsRefused() throws IOException {
        try (GatewayPeer peer = new GatewayPeer(port())) {
            peer.hello("gw", "open sesame");
            assertThat(peer.ends()).isTrue();
        }
        assertThat(refused(LinkRefusal.TLS_PLAIN_TEXT)).isOne();
    }

    @Test
    void aGatewayWithAnotherOrNoCertificateIsRefused() {
        assertEnds(gateway(OTHERS));
        await().until(() -> refused(LinkRefusal.TLS_HANDSHAKE_FAILED) == 1);
        assertEnds(OURS.trust());
        await().until(() -> refused(LinkRefusal.TLS_HANDSHAKE_FAILED) == 2);
    }

    @Test
    void anExpiredCertificateIsRefused() {
        assertEnds(TestAuthority.bundle(OURS.issueExpired("gateway"), OURS));
        await().until(() -> refused(LinkRefusal.TLS_CERTIFICATE_EXPIRED) == 1);
    }

    /** With TLS 1.3 the refusal of a client's certificate comes with the first read only. */
    private void assertEnds(SslBundle bundle) {
        assertThatThrownBy(
                        () -> {
                            try (SSLSocket socket = connect(bundle)) {
                                socket.getInputStream().read();
                            }
                        })
                .isInstanceOf(SSLException.class);
    }

    @Test
    void aNewCertificateNeedsNoRestart() throws Exception {
        X509Bundle second = OURS.issue("second");
        context.getBean(DefaultSslBundleRegistry.class)
                .updateBundle("links", TestAuthority.bundle(second, OURS));
        try (SSLSocket socket = connect(gateway(OURS))) {
            Certificate shown = socket.getSession().getPeerCertificates()[0];
            assertThat(shown).isEqualTo(second.getCertificate());
        }
    }

    @Test
    void aBundleThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> start("nowhere").close())
                .rootCause()
                .hasMessageContaining("nowhere");
    }
}
