package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.PemAuthority;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.pkitesting.X509Bundle;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Clients over TLS, and those who should speak it and do not. */
class ClientTlsIntegrationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PemAuthority AUTHORITY = new PemAuthority("our authority");
    private static final FakeService LOBBY = new FakeService("lobby", "lobby-1").start();
    private static final FakeService GAME = new FakeService("game", "game-1").start();

    @TempDir private static Path directory;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        certify(AUTHORITY.issue("first"));
        gateway =
                new RunningGateway(
                                LOBBY.address(),
                                GAME.address(),
                                "mallard.gateway.client.tls.bundle=clients",
                                "mallard.gateway.client.tls.handshake-timeout=2s",
                                "spring.ssl.bundle.watch.file.quiet-period=50ms",
                                "spring.ssl.bundle.pem.clients.reload-on-update=true",
                                "spring.ssl.bundle.pem.clients.keystore.certificate="
                                        + directory.resolve("gateway.pem").toUri(),
                                "spring.ssl.bundle.pem.clients.keystore.private-key="
                                        + directory.resolve("gateway.key").toUri())
                        .awaitLinks();
    }

    private static void certify(X509Bundle identity) throws IOException {
        PemAuthority.write(
                identity, directory.resolve("gateway.pem"), directory.resolve("gateway.key"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        LOBBY.close();
        GAME.close();
    }

    private static SSLSocket open() throws IOException {
        return open(AUTHORITY);
    }

    private static SSLSocket open(PemAuthority trusted) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        trusted.trust()
                                .createSslContext()
                                .getSocketFactory()
                                .createSocket(
                                        InetAddress.getLoopbackAddress(),
                                        gateway.bean(ClientListener.class).port());
        try {
            socket.startHandshake();
        } catch (SSLException refused) {
            socket.close();
            throw refused;
        }
        return socket;
    }

    private static Certificate certificate(SSLSocket socket) throws IOException {
        return socket.getSession().getPeerCertificates()[0];
    }

    /** What operators see of a kind of refusal. */
    private static double refused(ConnectionRefusal reason) {
        return gateway.bean(MeterRegistry.class)
                .get("mallard.gateway.connections.refused")
                .tag("reason", reason.name())
                .functionCounter()
                .count();
    }

    @Test
    void clientsLogInAndGetWhatServicesSend() throws Exception {
        String name = gateway.newUser();
        try (TestClient client = new TestClient(open()).register(name).login(name)) {
            client.send(TestPackets.roomList());
            LOBBY.request();
            LOBBY.answer(TestPackets.rooms(), client.userId());
            assertThat(client.read()).isEqualTo(TestPackets.rooms());
        }
    }

    @Test
    void plainTextIsClosedWithoutAByteAndCounted() throws IOException {
        double before = refused(ConnectionRefusal.TLS_PLAIN_TEXT);
        try (TestClient client = gateway.connect().send(TestPackets.roomList())) {
            client.expectEnd();
        }
        assertThat(refused(ConnectionRefusal.TLS_PLAIN_TEXT)).isEqualTo(before + 1);
    }

    @Test
    void whoeverDoesNotTrustTheGatewayIsCounted() {
        double before = refused(ConnectionRefusal.TLS_HANDSHAKE_FAILED);
        PemAuthority other = new PemAuthority("another authority");
        assertThatThrownBy(() -> open(other)).isInstanceOf(SSLException.class);
        await().atMost(PATIENCE)
                .until(() -> refused(ConnectionRefusal.TLS_HANDSHAKE_FAILED) == before + 1);
    }

    @Test
    void whoeverSaysNothingIsClosed() throws IOException {
        try (TestClient silent = gateway.connect()) {
            silent.expectEnd();
        }
        assertThat(refused(ConnectionRefusal.TLS_TIMEOUT)).isPositive();
    }

    @Test
    void aNewCertificateIsShownToNewClientsAndOldOnesStay() throws Exception {
        Certificate before;
        try (SSLSocket socket = open()) {
            before = certificate(socket);
            String name = gateway.newUser();
            TestClient old = new TestClient(socket).register(name).login(name);
            X509Bundle second = AUTHORITY.issue("second");
            certify(second);
            await().atMost(PATIENCE)
                    .until(
                            () -> {
                                try (SSLSocket fresh = open()) {
                                    return certificate(fresh).equals(second.getCertificate());
                                }
                            });
            assertThat(second.getCertificate()).isNotEqualTo(before);
            LOBBY.deliver(TestPackets.notification(1), old.userId());
            assertThat(old.read()).isEqualTo(TestPackets.notification(1));
        }
    }
}
