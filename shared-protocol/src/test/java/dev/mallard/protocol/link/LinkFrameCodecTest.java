package dev.mallard.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.transport.FrameEncoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;
import java.util.stream.Stream;

/** The layout of link frames, and what a wrong peer can send instead of one. */
class LinkFrameCodecTest {

    private static final TraceContext TRACE =
            new TraceContext(0x0af7651916cd43ddL, 0x8448eb211c80319cL, 0xb7ad6b7169203331L);

    private final LinkFrameDecoder decoder = new LinkFrameDecoder();
    private final FrameEncoder encoder = new LinkFrameCodec().encoder();

    static Stream<LinkFrame> frames() {
        return Stream.of(
                new LinkFrame.Request(2006, 7, 1L << 40, bytes("5200")),
                new LinkFrame.Request(0xFFFF, -1, -1, bytes("")),
                new LinkFrame.TracedRequest(
                        TRACE, new LinkFrame.Request(2006, 7, 1L << 40, bytes("5200"))),
                new LinkFrame.TracedRequest(
                        new TraceContext(0, 0, 0), new LinkFrame.Request(1, -1, -1, bytes(""))),
                new LinkFrame.Delivery(4002, bytes("0000000700000008"), bytes("b20100")),
                new LinkFrame.Delivery(4002, bytes(""), bytes("")),
                new LinkFrame.Answer(7001, 7, 1L << 40, true, false, bytes("e20200")),
                new LinkFrame.Answer(7001, 7, 3, true, true, bytes("e20200")),
                new LinkFrame.Answer(7001, 7, 3, false, true, bytes("e20200")),
                new LinkFrame.Answer(0xFFFF, -1, -1, false, false, bytes("")),
                new LinkFrame.Done(7, 3),
                new LinkFrame.Control(
                        LinkControl.newBuilder()
                                .setHeartbeat(Heartbeat.newBuilder().setSentAt(12))
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyFrameComesBack(LinkFrame frame) throws Exception {
        ByteBuf in = encode(frame);
        assertThat(decoder.decode(in)).isEqualTo(frame);
        assertThat(in.isReadable()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void waitsForEveryMissingByte(LinkFrame frame) throws Exception {
        ByteBuf whole = encode(frame);
        for (int length = 0; length < whole.readableBytes(); length++) {
            ByteBuf part = whole.slice(0, length);
            assertThat(decoder.decode(part)).isNull();
            assertThat(part.readerIndex()).isZero();
        }
    }

    @Test
    void aRequestLooksLikeThis() {
        assertThat(hex(encode(new LinkFrame.Request(2006, 7, 3, bytes("5200")))))
                .isEqualTo("00000011" + "01" + "07d6" + "00000007" + "0000000000000003" + "5200");
    }

    @Test
    void aTracedRequestLooksLikeThis() {
        LinkFrame.Request request = new LinkFrame.Request(2006, 7, 3, bytes("5200"));
        assertThat(hex(encode(new LinkFrame.TracedRequest(TRACE, request))))
                .isEqualTo(
                        "00000029"
                                + "06"
                                + "0af7651916cd43dd8448eb211c80319c"
                                + "b7ad6b7169203331"
                                + "07d6"
                                + "00000007"
                                + "0000000000000003"
                                + "5200");
    }

    @Test
    void zerosNameNoSpan() {
        assertThat(TRACE.isValid()).isTrue();
        assertThat(new TraceContext(0, 1, 1).isValid()).isTrue();
        assertThat(new TraceContext(0, 0, 1).isValid()).isFalse();
        assertThat(new TraceContext(1, 1, 0).isValid()).isFalse();
    }

    @Test
    void aDeliveryLooksLikeThis() {
        assertThat(
                        hex(
                                encode(
                                        new LinkFrame.Delivery(
                                                1007, bytes("0000000700000008"), bytes("aa7d00")))))
                .isEqualTo(
                        "00000010" + "02" + "03ef" + "0002" + "00000007" + "00000008" + "aa7d00");
    }

    @Test
    void anAnswerLooksLikeThis() {
        assertThat(hex(encode(new LinkFrame.Answer(1007, 7, 3, true, true, bytes("aa7d00")))))
                .isEqualTo(
                        "00000013"
                                + "05"
                                + "03ef"
                                + "03"
                                + "00000007"
                                + "0000000000000003"
                                + "aa7d00");
    }

    @Test
    void recipientsAreReadOneByOne() {
        var delivery = new LinkFrame.Delivery(1, bytes("0000000700000008"), bytes(""));
        assertThat(delivery.recipientCount()).isEqualTo(2);
        assertThat(delivery.recipient(1)).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000, no kind at all",
        "00001001, longer than a stranger may send",
        "ffffffff, four GiB",
        "0000000107, an unknown kind",
        "0000000d0107d600000007000000000000, a request that ends in its header",
        "00000018060af7651916cd43dd8448eb211c80319cb7ad6b71692033, a trace that ends too early",
        "0000001f060af7651916cd43dd8448eb211c80319cb7ad6b716920333107d600000007, a traced request"
                + " that ends in its header",
        "0000000302000f, a delivery that ends in its header",
        "000000090203ef0002000000ff, a delivery with fewer recipients than counted",
        "0000000b0503ef0100000007000000, an answer that ends in its header",
        "000000050300000007, a done that ends too early",
        "0000000304ffff, a control message that is no protobuf"
    })
    void refusesWhatIsNoFrame(String hex, String fault) {
        assertThatThrownBy(() -> decoder.decode(bytes(hex)))
                .as(fault)
                .isInstanceOf(LinkProtocolException.class);
    }

    @Test
    void acceptsLongFramesOnlyFromTrustedPeers() throws Exception {
        ByteBuf frame =
                encode(new LinkFrame.Request(3004, 7, 3, Unpooled.buffer().writeZero(9000)));
        assertThatThrownBy(() -> decoder.decode(frame)).isInstanceOf(LinkProtocolException.class);
        decoder.trust();
        assertThat(decoder.decode(frame)).isInstanceOf(LinkFrame.Request.class);
    }

    @Test
    void writesNothingOfAFrameThatIsTooLong() {
        ByteBuf out = Unpooled.buffer();
        ByteBuf payload = Unpooled.buffer().writeZero(LinkFrame.MAX_LENGTH);
        assertThatThrownBy(() -> encoder.encode(new LinkFrame.Request(1, 1, 1, payload), out))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(out.isReadable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x10000})
    void aPacketTypeFitsTwoBytes(int packetType) {
        assertThatThrownBy(() -> new LinkFrame.Request(packetType, 1, 1, bytes("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinkFrame.Delivery(packetType, bytes(""), bytes("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinkFrame.Answer(packetType, 1, 1, true, false, bytes("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recipientsAreWhole() {
        assertThatThrownBy(() -> new LinkFrame.Delivery(1, bytes("0000"), bytes("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ByteBuf encode(LinkFrame frame) {
        ByteBuf out = Unpooled.buffer();
        encoder.encode(frame, out);
        return out;
    }

    private static ByteBuf bytes(String hex) {
        return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
    }

    private static String hex(ByteBuf bytes) {
        return ByteBufUtil.hexDump(bytes);
    }
}
