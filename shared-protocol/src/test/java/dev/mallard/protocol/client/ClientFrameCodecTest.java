package dev.mallard.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.client.ClientFrameException.Fault;
import dev.mallard.protocol.message.GamePacket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Frames come out whole however they are cut, and what is no frame is refused at its first wrong byte. */
class ClientFrameCodecTest {

    private static final int LIMIT = 4096;

    private final ClientFrameDecoder decoder =
            new ClientFrameDecoder(ProtocolVersion.DEFAULT, LIMIT);
    private final ClientFrameEncoder encoder = new ClientFrameEncoder(ProtocolVersion.DEFAULT);

    @ParameterizedTest
    @MethodSource("dev.mallard.protocol.client.ExampleFrames#all")
    void encodesAsClientsExpect(GamePacket packet, byte[] frame) {
        ByteBuf out = Unpooled.buffer();
        encoder.encode(packet, out);
        assertThat(ByteBufUtil.getBytes(out)).isEqualTo(frame);
    }

    @ParameterizedTest
    @MethodSource("dev.mallard.protocol.client.ExampleFrames#all")
    void encodesAPrebuiltPayloadAlike(GamePacket packet, byte[] frame) {
        ByteBuf out = Unpooled.buffer();
        ByteBuf payload = Unpooled.wrappedBuffer(packet.toByteArray());
        encoder.encode(new ClientFrame(PacketCatalogue.get().typeOf(packet).id(), payload), out);
        assertThat(ByteBufUtil.getBytes(out)).isEqualTo(frame);
        assertThat(payload.readableBytes()).isEqualTo(packet.getSerializedSize());
    }

    @ParameterizedTest
    @MethodSource("dev.mallard.protocol.client.ExampleFrames#all")
    void decodesWhatClientsSend(GamePacket packet, byte[] bytes) throws Exception {
        ClientFrame frame = decoder.decode(Unpooled.wrappedBuffer(bytes));
        assertThat(frame).isNotNull();
        assertThat(frame.packetType()).isEqualTo(PacketCatalogue.get().typeOf(packet).id());
        assertThat(GamePacket.parseFrom(frame.payload().nioBuffer())).isEqualTo(packet);
    }

    @ParameterizedTest
    @MethodSource("dev.mallard.protocol.client.ExampleFrames#all")
    void waitsForEveryMissingByte(GamePacket packet, byte[] bytes) throws Exception {
        ByteBuf in = Unpooled.buffer();
        for (int i = 0; i < bytes.length - 1; i++) {
            in.writeByte(bytes[i]);
            assertThat(decoder.decode(in)).as("after %d bytes", i + 1).isNull();
            assertThat(in.readerIndex()).isZero();
        }
        in.writeByte(bytes[bytes.length - 1]);
        assertThat(decoder.decode(in)).isNotNull();
        assertThat(in.isReadable()).isFalse();
    }

    @Test
    void readsSeveralFramesFromOneSegmentInOrder() throws Exception {
        ByteBuf in = Unpooled.buffer();
        List<Integer> sent = new ArrayList<>();
        ExampleFrames.all()
                .map(Arguments::get)
                .forEach(
                        pair -> {
                            in.writeBytes((byte[]) pair[1]);
                            sent.add(PacketCatalogue.get().typeOf((GamePacket) pair[0]).id());
                        });
        List<Integer> received = new ArrayList<>();
        for (ClientFrame f = decoder.decode(in); f != null; f = decoder.decode(in)) {
            received.add(f.packetType());
        }
        assertThat(received).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void survivesRandomCuts(long seed) throws Exception {
        Random random = new Random(seed);
        ByteBuf stream = Unpooled.buffer();
        int frames = 200;
        for (int i = 0; i < frames; i++) {
            encoder.encode(i, Unpooled.wrappedBuffer(new byte[random.nextInt(300)]), stream);
        }
        ByteBuf in = Unpooled.buffer();
        int next = 0;
        while (stream.isReadable()) {
            in.writeBytes(stream, Math.min(stream.readableBytes(), 1 + random.nextInt(500)));
            for (ClientFrame f = decoder.decode(in); f != null; f = decoder.decode(in)) {
                assertThat(f.packetType()).isEqualTo(next++);
            }
            in.discardReadBytes();
        }
        assertThat(next).isEqualTo(frames);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03eb00",
                "03eb04",
                "03eb06",
                "03ebff",
                "03eb21",
                "03eb0530",
                "03eb05312e302e31",
                "474554202f20485454502f312e31",
                "ffffffff",
                "160301"
            })
    void refusesAWrongVersionAtItsFirstWrongByte(String hex) {
        assertRefused(hex, Fault.WRONG_VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03",
                "03eb",
                "03eb05",
                "03eb0531",
                "03eb05312e302e30",
                "03eb05312e302e30000010"
            })
    void doesNotRefuseThePartOfAGoodHeader(String hex) throws Exception {
        assertThat(decoder.decode(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex)))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00001001", "0fffffff", "7fffffff", "80000000", "ffffffff"})
    void refusesTooLargeAPayloadAsSoonAsItIsAnnounced(String length) {
        assertRefused("03eb05312e302e30" + length, Fault.FRAME_TOO_LARGE);
    }

    @Test
    void acceptsAPayloadOfExactlyTheLimit() throws Exception {
        ByteBuf in = Unpooled.buffer();
        encoder.encode(1003, Unpooled.wrappedBuffer(new byte[LIMIT]), in);
        ClientFrame frame = decoder.decode(in);
        assertThat(frame).isNotNull();
        assertThat(frame.payload().readableBytes()).isEqualTo(LIMIT);
    }

    @Test
    void theLimitGrowsWithTrust() throws Exception {
        decoder.payloadLimit(65_536);
        ByteBuf in = Unpooled.buffer();
        encoder.encode(3004, Unpooled.wrappedBuffer(new byte[65_536]), in);
        assertThat(decoder.decode(in)).isNotNull();
    }

    @Test
    void anEmptyPayloadIsAFrame() throws Exception {
        byte[] bytes = HexFormat.of().parseHex("07d605312e302e3000000000");
        ClientFrame frame = decoder.decode(Unpooled.wrappedBuffer(bytes));
        assertThat(frame).isNotNull();
        assertThat(frame.payload().isReadable()).isFalse();
    }

    @Test
    void refusalsCostNoStackTrace() {
        assertThat(new ClientFrameException(Fault.WRONG_VERSION).getStackTrace()).isEmpty();
    }

    @Test
    void encodesNothingElse() {
        assertThatThrownBy(() -> encoder.encode("text", Unpooled.buffer()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertRefused(String hex, Fault fault) {
        assertThatThrownBy(
                        () -> decoder.decode(Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex))))
                .isInstanceOfSatisfying(
                        ClientFrameException.class,
                        refusal -> assertThat(refusal.fault()).isEqualTo(fault));
    }
}
