package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.SslOptions;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Connections over TLS: what opens, what flows, how it ends. */
class TlsTest extends TlsFixture {

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void framesGoBothWays(String protocol) throws Exception {
        var options = SslOptions.of(null, Set.of(protocol));
        var server = tlsServer(TestAuthority.bundle(serverCertificate, null, options));
        var client = tlsClient(server, tlsTo(server, authority.trust()));
        NettyConnection connection = client.getConnection();
        NettyConnection accepted = next(handler.opened);
        String large = "x".repeat(TextCodec.LONGEST);
        connection.write("over");
        connection.write(large);
        assertThat(next(handler.frames)).isEqualTo("over");
        assertThat(next(handler.frames)).isEqualTo(large);
        accepted.write(large);
        accepted.write("back");
        assertThat(next(clientHandler.frames)).isEqualTo(large);
        assertThat(next(clientHandler.frames)).isEqualTo("back");

        SSLSession session = connection.getSslSession();
        assertThat(session).isNotNull();
        assertThat(session.getProtocol()).isEqualTo(protocol);
        assertThat(session.getPeerCertificates()[0]).isEqualTo(serverCertificate.getCertificate());
        connection.close();
        next(handler.closed);
        next(clientHandler.closed);
        assertThat(serverFailures).isEmpty();
        assertThat(clientFailures).isEmpty();
    }

    @Test
    void theConnectionOpensAfterTheHandshakeOnly() throws Exception {
        var server = tlsServer(serverBundle);
        var plain = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        closing(plain);
        closing(TlsLoopback.connect(authority.trust(), server.getPort()));
        next(handler.opened);
        assertThat(handler.opened).isEmpty();
        ((SSLSocket)
                        closing(
                                sockets(authority.trust())
                                        .createSocket(plain, HOST, server.getPort(), true)))
                .startHandshake();
        assertThat(next(handler.opened).getPort()).isEqualTo(plain.getLocalPort());
    }

    @Test
    void aServerThatSpeaksFirstIsHeard() throws Exception {
        var server = serverFactory(loops(1), TransportOptions.forLinks());
        server.setChannelCustomizer(
                counting(TlsCustomizer.server(() -> serverBundle, TIMEOUT, serverFailures::add)));
        start(
                server,
                new RecordingHandler() {
                    @Override
                    public void onOpen(NettyConnection connection) {
                        connection.write("welcome");
                    }
                });
        tlsClient(server, tlsTo(server, authority.trust())).getConnection();
        assertThat(next(clientHandler.frames)).isEqualTo("welcome");
    }

    @Test
    void theEndOfTheEncryptedStreamIsTheEnd() throws Exception {
        var server = tlsServer(serverBundle);
        SSLSocket socket = TlsLoopback.connect(authority.trust(), server.getPort());
        closing(socket);
        next(handler.opened);
        socket.getOutputStream().write(TextCodec.frame("last"));
        socket.shutdownOutput();
        assertThat(next(handler.frames)).isEqualTo("last");
        next(handler.closed);
    }

    @Test
    void aProxyHeaderComesInClearBeforeTls() throws Exception {
        BlockingQueue<ProxyHeaderRefusal> refusals = new LinkedBlockingQueue<>();
        var server =
                tlsServer(
                        new ProxyProtocolCustomizer(
                                        ProxyProtocolCustomizer.DEFAULT_TIMEOUT,
                                        TrustedProxies.any(),
                                        refusals::add)
                                .andThen(
                                        TlsCustomizer.server(
                                                () -> serverBundle, TIMEOUT, serverFailures::add)));
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        byte[] header = ProxyHeaders.text("PROXY TCP4 192.0.2.7 198.51.100.1 40001 5555");
        socket.getOutputStream().write(header);
        var client =
                closing(
                        new RawClient(
                                sockets(authority.trust())
                                        .createSocket(socket, HOST, server.getPort(), true)));
        client.send("within TLS");
        NettyConnection connection = next(handler.opened);
        assertThat(connection.getHostAddress()).isEqualTo("192.0.2.7");
        assertThat(connection.getSslSession()).isNotNull();
        assertThat(next(handler.frames)).isEqualTo("within TLS");

        var withoutHeader = connect(server);
        withoutHeader.sendBytes((byte) 22, (byte) 3, (byte) 1);
        assertThat(next(refusals)).isEqualTo(ProxyHeaderRefusal.NO_PROXY_HEADER);
        var plain = connect(server);
        plain.sendBytes(ProxyHeaders.join(header, TextCodec.frame("plain text")));
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.PLAIN_TEXT);
        assertThat(handler.opened).isEmpty();
    }

    @Test
    void theHeaderAndTheHandshakeMayShareASegment() throws Exception {
        var server =
                tlsServer(
                        new ProxyProtocolCustomizer(
                                        ProxyProtocolCustomizer.DEFAULT_TIMEOUT,
                                        TrustedProxies.any(),
                                        refusal -> {})
                                .andThen(
                                        TlsCustomizer.server(
                                                () -> serverBundle, TIMEOUT, serverFailures::add)));
        var client = connect(server);
        byte[] header = ProxyHeaders.text("PROXY TCP4 192.0.2.7 198.51.100.1 40001 5555");
        byte[] brokenHandshake = {22, 3, 1, 0, 4, 99, 1, 2, 3};
        client.sendBytes(ProxyHeaders.join(header, brokenHandshake));
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.HANDSHAKE_FAILED);
        client.drain();
        nothingOpened();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 60_001})
    void theTimeoutHasItsRange(long millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                TlsCustomizer.server(
                                        () -> serverBundle,
                                        Duration.ofMillis(millis),
                                        serverFailures::add))
                .withMessageContaining("from 1 ms to 1 min");
    }
}
