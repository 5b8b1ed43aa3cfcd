package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.ssl.ClientAuth;
import io.netty.pkitesting.X509Bundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.integration.ip.tcp.connection.TcpConnectionOpenEvent;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

class TlsTest extends TransportFixture {

    private static final Duration TIMEOUT = TlsCustomizer.DEFAULT_TIMEOUT;
    private static final String HOST = "127.0.0.1";

    private final TestAuthority authority = new TestAuthority("our authority");
    private final X509Bundle serverCertificate = authority.issue("server");
    private final SslBundle serverBundle = TestAuthority.identity(serverCertificate);
    private final RecordingHandler handler = new RecordingHandler();
    private final RecordingHandler clientHandler = new RecordingHandler();
    private final BlockingQueue<TlsFailure> serverFailures = new LinkedBlockingQueue<>();
    private final BlockingQueue<TlsFailure> clientFailures = new LinkedBlockingQueue<>();

    private NettyServerConnectionFactory tlsServer(SslBundle bundle) {
        return tlsServer(TlsCustomizer.server(() -> bundle, TIMEOUT, serverFailures::add));
    }

    private NettyServerConnectionFactory tlsServer(ChannelCustomizer customizer) {
        var server = serverFactory(loops(1), TransportOptions.forLinks());
        server.setChannelCustomizer(counting(customizer));
        start(server, handler);
        return server;
    }

    private TlsCustomizer tlsTo(NettyServerConnectionFactory server, SslBundle bundle) {
        return TlsCustomizer.client(
                () -> bundle, HOST, server.getPort(), TIMEOUT, clientFailures::add);
    }

    private NettyClientConnectionFactory tlsClient(
            NettyServerConnectionFactory server, TlsCustomizer customizer) {
        return tlsClient(server.getPort(), customizer);
    }

    private NettyClientConnectionFactory tlsClient(int port, TlsCustomizer customizer) {
        var options = TransportOptions.forLinks().withConnectTimeout(Duration.ofSeconds(10));
        var client = clientFactory(port, loops(1).loop(0), options);
        client.setChannelCustomizer(counting(customizer));
        var adapter = new NettyReceivingChannelAdapter(clientHandler);
        adapter.setConnectionFactory(client);
        adapter.start();
        closing(adapter::stop);
        return client;
    }

    private void fails(NettyClientConnectionFactory client, TlsFailure reason) {
        assertThatExceptionOfType(ConnectFailedException.class)
                .isThrownBy(client::getConnection)
                .withMessageEndingWith(": the TLS handshake failed (" + reason + ")");
        assertThat(next(clientFailures)).isEqualTo(reason);
        assertThat(clientFailures).isEmpty();
        assertThat(clientHandler.opened).isEmpty();
    }

    private void nothingOpened() {
        assertThat(serverFailures).isEmpty();
        assertThat(handler.opened).isEmpty();
        assertThat(events).noneMatch(TcpConnectionOpenEvent.class::isInstance);
        await().untilAsserted(() -> assertThat(allocatedBytes()).isZero());
    }

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
    void plainTextIsRefused() throws Exception {
        var client = connect(tlsServer(serverBundle));
        client.send("login with a password");
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.PLAIN_TEXT);
        client.drain();
        nothingOpened();
    }

    @Test
    void garbageInsideARecordIsRefused() throws Exception {
        var client = connect(tlsServer(serverBundle));
        client.sendBytes((byte) 22, (byte) 3, (byte) 1, (byte) 0, (byte) 4, (byte) 99);
        client.sendBytes((byte) 1, (byte) 2, (byte) 3);
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.HANDSHAKE_FAILED);
        client.drain();
        nothingOpened();
    }

    @Test
    void aPeerThatKeepsSilentIsCutOff() throws Exception {
        var server =
                tlsServer(
                        TlsCustomizer.server(
                                () -> serverBundle, Duration.ofMillis(100), serverFailures::add));
        var client = connect(server);
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.TIMEOUT);
        assertThat(client.isEnded()).isTrue();
        nothingOpened();
    }

    @Test
    void aPeerThatGoesAwayIsToldApart() throws Exception {
        connect(tlsServer(serverBundle)).close();
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.CLOSED);
        nothingOpened();
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        var server = tlsServer(serverBundle);
        var stranger = new TestAuthority("another authority");
        fails(tlsClient(server, tlsTo(server, stranger.trust())), TlsFailure.HANDSHAKE_FAILED);
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.HANDSHAKE_FAILED);
        nothingOpened();
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        var server = tlsServer(TestAuthority.identity(authority.issueExpired("server")));
        fails(tlsClient(server, tlsTo(server, authority.trust())), TlsFailure.CERTIFICATE_EXPIRED);
        // What the client says about its reason depends on the version of Java.
        assertThat(next(serverFailures))
                .isIn(TlsFailure.CERTIFICATE_EXPIRED, TlsFailure.HANDSHAKE_FAILED);
        nothingOpened();
    }

    @Test
    void theCertificateMustBeForTheHostUnlessThatDoesNotMatter() throws Exception {
        var server =
                tlsServer(TestAuthority.identity(authority.issueForAddress("server", "192.0.2.1")));
        var tls = tlsTo(server, authority.trust());
        fails(tlsClient(server, tls), TlsFailure.HANDSHAKE_FAILED);
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.HANDSHAKE_FAILED);
        nothingOpened();
        assertThat(tlsClient(server, tls.withoutHostnameVerification()).getConnection().isOpen())
                .isTrue();
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsRecognized() throws Exception {
        var plain =
                server(
                        new RecordingHandler() {
                            @Override
                            public void onOpen(NettyConnection connection) {
                                connection.write("welcome");
                            }
                        });
        fails(tlsClient(plain, tlsTo(plain, authority.trust())), TlsFailure.PLAIN_TEXT);
    }

    @Test
    void aServerThatKeepsSilentIsGivenUp() throws Exception {
        // The kernel completes the connection, and nobody takes it.
        ServerSocket silent = closing(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        var tls =
                TlsCustomizer.client(
                        authority::trust,
                        HOST,
                        silent.getLocalPort(),
                        Duration.ofMillis(200),
                        clientFailures::add);
        fails(tlsClient(silent.getLocalPort(), tls), TlsFailure.TIMEOUT);
    }

    @Test
    void aTrustStoreOfTheServerAsksForCertificatesOfItsClients() throws Exception {
        var server = tlsServer(TestAuthority.bundle(serverCertificate, authority));
        X509Bundle identity = authority.issue("gateway");
        var trusted = TestAuthority.bundle(identity, authority);
        NettyConnection connection = tlsClient(server, tlsTo(server, trusted)).getConnection();
        SSLSession session = next(handler.opened).getSslSession();
        assertThat(session).isNotNull();
        assertThat(session.getPeerPrincipal().getName()).isEqualTo("CN=gateway");
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void aClientWithoutTheRequiredCertificateIsRefused() throws Exception {
        var server = tlsServer(TestAuthority.bundle(serverCertificate, authority));
        // The client's own half of the handshake is done before the server has looked.
        tlsClient(server, tlsTo(server, authority.trust())).getConnection();
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.HANDSHAKE_FAILED);
        next(clientHandler.closed);
        assertThat(handler.opened).isEmpty();
    }

    @Test
    void anExpiredCertificateOfAClientIsRefused() throws Exception {
        var server = tlsServer(TestAuthority.bundle(serverCertificate, authority));
        X509Bundle expired = authority.issueExpired("gateway");
        tlsClient(server, tlsTo(server, TestAuthority.bundle(expired, authority))).getConnection();
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.CERTIFICATE_EXPIRED);
        next(clientHandler.closed);
        assertThat(handler.opened).isEmpty();
    }

    @Test
    void whatIsAskedOfClientsMayBeSaid() throws Exception {
        var bundle = TestAuthority.bundle(serverCertificate, authority);
        var server =
                tlsServer(
                        TlsCustomizer.server(() -> bundle, TIMEOUT, serverFailures::add)
                                .withClientAuth(ClientAuth.NONE));
        tlsClient(server, tlsTo(server, authority.trust())).getConnection();
        next(handler.opened);
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

    @Test
    void refusalsAreQuietAndQuoteNothing() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.mallard.transport");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
        closing(
                () -> {
                    logger.setLevel(null);
                    logger.detachAppender(log);
                });
        var server = tlsServer(serverBundle);
        var client = connect(server);
        client.sendBytes("my password".getBytes(StandardCharsets.US_ASCII));
        client.drain();
        assertThat(next(serverFailures)).isEqualTo(TlsFailure.PLAIN_TEXT);
        var stranger = new TestAuthority("another authority");
        fails(tlsClient(server, tlsTo(server, stranger.trust())), TlsFailure.HANDSHAKE_FAILED);
        next(serverFailures);

        // The start of the server and the client is told as usual.
        assertThat(List.copyOf(log.list))
                .filteredOn(entry -> !entry.getFormattedMessage().startsWith("started "))
                .isNotEmpty()
                .allSatisfy(
                        entry -> {
                            assertThat(entry.getLevel()).isEqualTo(Level.DEBUG);
                            assertThat(entry.getThrowableProxy()).isNull();
                            assertThat(entry.getFormattedMessage())
                                    .doesNotContain("my password")
                                    .doesNotContain(
                                            ByteBufUtil.hexDump(
                                                    "my password"
                                                            .getBytes(StandardCharsets.US_ASCII)));
                        });
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheConnection() throws Exception {
        var client =
                connect(
                        tlsServer(
                                TlsCustomizer.server(
                                        () -> serverBundle,
                                        TIMEOUT,
                                        failure -> {
                                            throw new IllegalStateException("on purpose");
                                        })));
        client.sendBytes("plain text".getBytes(StandardCharsets.US_ASCII));
        client.drain();
        nothingOpened();
    }

    @Test
    void aBundleThatCannotBeUsedIsRefusedAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tlsServer(authority.trust()))
                .withMessage("a TLS server needs a bundle with a key store");
        assertThatIllegalStateException().isThrownBy(() -> tlsServer(TestAuthority.NO_BUNDLE));
        var noProtocol = SslOptions.of(null, Set.of("TLSv9"));
        assertThatRuntimeException()
                .isThrownBy(
                        () -> tlsServer(TestAuthority.bundle(serverCertificate, null, noProtocol)));
        var noCipher = SslOptions.of(Set.of("TLS_ROT_13"), null);
        assertThatRuntimeException()
                .isThrownBy(
                        () -> tlsServer(TestAuthority.bundle(serverCertificate, null, noCipher)));
    }

    @Test
    void whatBelongsToTheOtherSideIsRefused() {
        var server = TlsCustomizer.server(() -> serverBundle, TIMEOUT, serverFailures::add);
        assertThatIllegalStateException().isThrownBy(server::withoutHostnameVerification);
        var client = TlsCustomizer.client(authority::trust, HOST, 1, TIMEOUT, clientFailures::add);
        assertThatIllegalStateException()
                .isThrownBy(() -> client.withClientAuth(ClientAuth.REQUIRE));
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

    private static SSLSocketFactory sockets(SslBundle bundle) {
        return bundle.createSslContext().getSocketFactory();
    }
}
