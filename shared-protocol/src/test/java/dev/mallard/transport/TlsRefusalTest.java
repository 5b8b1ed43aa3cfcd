package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.netty.buffer.ByteBufUtil;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Peers that do not speak TLS, or not as they should: what becomes of them, and who hears of it. */
class TlsRefusalTest extends TlsFixture {

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
}
