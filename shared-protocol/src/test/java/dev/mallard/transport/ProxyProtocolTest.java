package dev.mallard.transport;

import static dev.mallard.transport.ProxyHeaderRefusal.MALFORMED;
import static dev.mallard.transport.ProxyHeaderRefusal.NO_PROXY_HEADER;
import static dev.mallard.transport.ProxyHeaderRefusal.TIMEOUT;
import static dev.mallard.transport.ProxyHeaderRefusal.UNTRUSTED_PROXY;
import static dev.mallard.transport.ProxyHeaders.LOCAL;
import static dev.mallard.transport.ProxyHeaders.PROXY;
import static dev.mallard.transport.ProxyHeaders.TCP4;
import static dev.mallard.transport.ProxyHeaders.TCP6;
import static dev.mallard.transport.ProxyHeaders.UDP4;
import static dev.mallard.transport.ProxyHeaders.UNIX_STREAM;
import static dev.mallard.transport.ProxyHeaders.UNSPECIFIED;
import static dev.mallard.transport.ProxyHeaders.addresses;
import static dev.mallard.transport.ProxyHeaders.binary;
import static dev.mallard.transport.ProxyHeaders.extension;
import static dev.mallard.transport.ProxyHeaders.join;
import static dev.mallard.transport.ProxyHeaders.text;
import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.integration.ip.tcp.connection.TcpConnectionOpenEvent;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

class ProxyProtocolTest extends TransportFixture {

    private static final InetSocketAddress PLAYER = new InetSocketAddress("192.0.2.7", 40_001);
    private static final InetSocketAddress BALANCER = new InetSocketAddress("198.51.100.1", 5555);
    private static final InetSocketAddress PLAYER_6 = new InetSocketAddress("2001:db8::7", 40_002);
    private static final InetSocketAddress BALANCER_6 = new InetSocketAddress("2001:db8::1", 5555);

    private final RecordingHandler handler = new RecordingHandler();
    private final BlockingQueue<ProxyHeaderRefusal> refusals = new LinkedBlockingQueue<>();

    private NettyServerConnectionFactory behindProxy(Duration timeout, TrustedProxies trusted) {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setChannelCustomizer(
                counting(new ProxyProtocolCustomizer(timeout, trusted, refusals::add)));
        start(server, handler);
        return server;
    }

    private NettyServerConnectionFactory behindProxy() {
        return behindProxy(ProxyProtocolCustomizer.DEFAULT_TIMEOUT, TrustedProxies.any());
    }

    static Stream<Named<byte[]>> headersOfThePlayer() {
        byte[] ports = addresses(PLAYER, BALANCER);
        return Stream.of(
                Named.of("version 1", text("PROXY TCP4 192.0.2.7 198.51.100.1 40001 5555")),
                Named.of("version 2", binary(PROXY, TCP4, ports)),
                Named.of(
                        "version 2 with extensions",
                        binary(
                                PROXY,
                                TCP4,
                                ports,
                                extension(0x02, "example.org".getBytes(StandardCharsets.US_ASCII)),
                                extension(0x04, new byte[200]),
                                extension(0xEA, new byte[] {1, 2, 3}))),
                Named.of(
                        "version 2 with the largest extension",
                        binary(
                                PROXY,
                                TCP4,
                                ports,
                                extension(
                                        0x04,
                                        new byte[ProxyHeaderDecoder.LONGEST_EXTENSION - 3]))));
    }

    @ParameterizedTest
    @MethodSource("headersOfThePlayer")
    void theSourceBecomesTheAddressAndWhatFollowsIsDelivered(byte[] header) throws Exception {
        var client = connect(behindProxy());
        client.sendBytes(join(header, TextCodec.frame("at once"), TextCodec.frame("and more")));
        NettyConnection connection = next(handler.opened);
        assertThat(connection.remoteAddress()).isEqualTo(PLAYER);
        assertThat(connection.getHostAddress()).isEqualTo("192.0.2.7");
        assertThat(next(handler.frames)).isEqualTo("at once");
        assertThat(next(handler.frames)).isEqualTo("and more");
        client.send("later");
        assertThat(next(handler.frames)).isEqualTo("later");
        connection.write("answer");
        assertThat(client.receive()).isEqualTo("answer");
        assertThat(refusals).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("headersOfThePlayer")
    void theHeaderMayComeOneByteAtATime(byte[] header) throws Exception {
        var client = connect(behindProxy());
        byte[] all = join(header, TextCodec.frame("behind"));
        for (byte b : all) {
            client.sendBytes(b);
        }
        assertThat(next(handler.opened).remoteAddress()).isEqualTo(PLAYER);
        assertThat(next(handler.frames)).isEqualTo("behind");
    }

    static Stream<Named<byte[]>> headersOfIpv6() {
        return Stream.of(
                Named.of("version 1", text("PROXY TCP6 2001:db8::7 2001:db8::1 40002 5555")),
                Named.of("version 2", binary(PROXY, TCP6, addresses(PLAYER_6, BALANCER_6))));
    }

    @ParameterizedTest
    @MethodSource("headersOfIpv6")
    void theSourceMayBeOfVersionSixOfTheInternetProtocol(byte[] header) throws Exception {
        connect(behindProxy()).sendBytes(header);
        assertThat(next(handler.opened).remoteAddress()).isEqualTo(PLAYER_6);
    }

    static Stream<Named<byte[]>> headersWithoutAnAddress() {
        return Stream.of(
                Named.of("version 1, unknown", text("PROXY UNKNOWN")),
                Named.of("version 1, unknown and more", text("PROXY UNKNOWN ffff::1 ffff::2 1 2")),
                Named.of("version 2, local", binary(LOCAL, UNSPECIFIED)),
                Named.of("version 2, local with addresses", localWithAddresses()),
                Named.of("version 2, unspecified", binary(PROXY, UNSPECIFIED)),
                Named.of("version 2, unix socket", binary(PROXY, UNIX_STREAM, new byte[216])));
    }

    private static byte[] localWithAddresses() {
        return binary(LOCAL, TCP4, addresses(PLAYER, BALANCER));
    }

    @ParameterizedTest
    @MethodSource("headersWithoutAnAddress")
    void theAddressOfTheSocketStaysWithoutAnother(byte[] header) throws Exception {
        var client = connect(behindProxy());
        client.sendBytes(join(header, TextCodec.frame("behind")));
        assertThat(next(handler.opened).remoteAddress())
                .isEqualTo(client.socket.getLocalSocketAddress());
        assertThat(next(handler.frames)).isEqualTo("behind");
    }

    @Test
    void theConnectionOpensAfterTheHeaderOnly() throws Exception {
        var server = behindProxy();
        var waiting = connect(server);
        waiting.sendBytes("PROXY TCP4 192.0.2.7 ".getBytes(StandardCharsets.US_ASCII));
        connect(server).sendBytes(text("PROXY TCP4 192.0.2.8 198.51.100.1 40001 5555"));
        assertThat(next(handler.opened).getHostAddress()).isEqualTo("192.0.2.8");
        assertThat(handler.opened).isEmpty();
        waiting.sendBytes(text("198.51.100.1 40001 5555"));
        assertThat(next(handler.opened).remoteAddress()).isEqualTo(PLAYER);
    }

    static Stream<Named<byte[]>> somethingElse() {
        return Stream.of(
                Named.of("a frame", TextCodec.frame("hello, no header here")),
                Named.of("one byte", new byte[] {'X'}),
                Named.of("almost version 1", "PROXX".getBytes(StandardCharsets.US_ASCII)),
                Named.of("almost version 2", new byte[] {'\r', '\n', '\r', '\n', 1}),
                Named.of("HTTP", "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @MethodSource("somethingElse")
    void aConnectionWithoutAHeaderIsRefusedAtOnce(byte[] bytes) throws Exception {
        refused(behindProxy(), bytes, NO_PROXY_HEADER);
    }

    static Stream<Named<byte[]>> malformed() {
        byte[] ports = addresses(PLAYER, BALANCER);
        return Stream.of(
                Named.of("no protocol", text("PROXY  192.0.2.7 198.51.100.1 1 2")),
                Named.of("unknown protocol", text("PROXY TCP5 192.0.2.7 198.51.100.1 1 2")),
                Named.of("no address", text("PROXY TCP4 example.org 198.51.100.1 1 2")),
                Named.of("address of the other kind", text("PROXY TCP4 2001:db8::7 ::1 1 2")),
                Named.of("too few parts", text("PROXY TCP4 192.0.2.7 198.51.100.1 1")),
                Named.of("port too large", text("PROXY TCP4 192.0.2.7 198.51.100.1 65536 2")),
                Named.of("port not a number", text("PROXY TCP4 192.0.2.7 198.51.100.1 x 2")),
                Named.of("line too long", text("PROXY UNKNOWN " + "x".repeat(100))),
                Named.of(
                        "line without an end",
                        ("PROXY " + "x".repeat(103)).getBytes(StandardCharsets.US_ASCII)),
                Named.of("wrong version", binary(0x31, TCP4, ports)),
                Named.of("version of the text", binary(0x01, TCP4, ports)),
                Named.of("unknown command", binary(0x22, TCP4, ports)),
                Named.of("unknown family", binary(PROXY, 0x41, ports)),
                Named.of("another transport", binary(PROXY, UDP4, ports)),
                Named.of("addresses too short", binary(PROXY, TCP4, new byte[11])),
                Named.of("addresses of the other kind", binary(PROXY, TCP6, ports)),
                Named.of("extension cut off", binary(PROXY, TCP4, ports, new byte[] {4, 0, 9, 1})),
                Named.of("too long", binary(PROXY, TCP4, ports, extension(4, new byte[60_000]))));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedHeaderIsRefused(byte[] bytes) throws Exception {
        refused(behindProxy(), bytes, MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PROXY \r\n", "PROXY TCP4 192.0.2.7", "\r\n\r\n"})
    void aHeaderThatIsNotCompleteInTimeIsRefused(String start) throws Exception {
        var server = behindProxy(Duration.ofMillis(200), TrustedProxies.any());
        refused(server, start.getBytes(StandardCharsets.US_ASCII), TIMEOUT);
    }

    @Test
    void onlyTrustedProxiesMaySendAHeader() throws Exception {
        var server =
                behindProxy(
                        ProxyProtocolCustomizer.DEFAULT_TIMEOUT,
                        TrustedProxies.of(List.of("192.0.2.0/24")));
        refused(server, new byte[0], UNTRUSTED_PROXY);
        var trusting =
                behindProxy(
                        ProxyProtocolCustomizer.DEFAULT_TIMEOUT,
                        TrustedProxies.of(List.of("192.0.2.0/24", "127.0.0.0/8", "::1")));
        connect(trusting).sendBytes(binary(PROXY, TCP4, addresses(PLAYER, BALANCER)));
        assertThat(next(handler.opened).remoteAddress()).isEqualTo(PLAYER);
    }

    @Test
    void aPeerThatGoesAwayBeforeItsHeaderIsNotCounted() throws Exception {
        var server = behindProxy();
        connect(server).close();
        var reset = connect(server);
        reset.sendBytes((byte) 'P');
        reset.socket.setSoLinger(true, 0);
        reset.close();
        connect(server).sendBytes(text("PROXY UNKNOWN"));
        next(handler.opened);
        server.stop();
        assertThat(refusals).isEmpty();
        assertThat(eventsOf(TcpConnectionOpenEvent.class)).hasSize(1);
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheConnection() throws Exception {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setChannelCustomizer(
                counting(
                        new ProxyProtocolCustomizer(
                                ProxyProtocolCustomizer.DEFAULT_TIMEOUT,
                                TrustedProxies.any(),
                                reason -> {
                                    throw new IllegalStateException("on purpose");
                                })));
        start(server, handler);
        var client = connect(server);
        client.sendBytes((byte) 'X');
        assertThat(client.isEnded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 60_001})
    void theTimeoutHasItsRange(long millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ProxyProtocolCustomizer(
                                        Duration.ofMillis(millis),
                                        TrustedProxies.any(),
                                        refusals::add))
                .withMessageContaining("from 1 ms to 1 min");
    }

    private void refused(
            NettyServerConnectionFactory server, byte[] bytes, ProxyHeaderRefusal reason)
            throws Exception {
        var client = connect(server);
        client.sendBytes(bytes);
        assertThat(next(refusals)).isEqualTo(reason);
        assertThat(client.isEnded()).isTrue();
        assertThat(refusals).isEmpty();
        assertThat(handler.opened).isEmpty();
        assertThat(events).noneMatch(TcpConnectionOpenEvent.class::isInstance);
        await().untilAsserted(() -> assertThat(allocatedBytes()).isZero());
    }
}
