package dev.mallard.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.RequestRejectedException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Whatever a client sends, however it is cut: frames, or one quiet refusal, and always the same. */
class ClientFrameDecoderFuzzTest {

    private static final int PAYLOAD_LIMIT = 4096;

    @FuzzTest
    void segmentationChangesNothing(FuzzedDataProvider data) {
        int cut = data.consumeInt(1, 64);
        byte[] input = data.consumeRemainingAsBytes();
        assertThat(decode(input, cut)).isEqualTo(decode(input, Math.max(1, input.length)));
    }

    @FuzzTest
    void payloadsAreParsedOrRefused(FuzzedDataProvider data) {
        PacketType type =
                data.pickValue(PacketCatalogue.get().fromClient().toArray(PacketType[]::new));
        try {
            Packets.parse(type, ByteBuffer.wrap(data.consumeRemainingAsBytes()));
        } catch (RequestRejectedException refused) {
            assertThat(refused.getStackTrace()).isEmpty();
        }
    }

    private static List<String> decode(byte[] input, int cut) {
        ClientFrameDecoder decoder = new ClientFrameDecoder(ProtocolVersion.DEFAULT, PAYLOAD_LIMIT);
        List<String> seen = new ArrayList<>();
        ByteBuf in = Unpooled.buffer();
        try {
            for (int from = 0; from < input.length; from += cut) {
                in.writeBytes(input, from, Math.min(cut, input.length - from));
                for (ClientFrame frame = decoder.decode(in);
                        frame != null;
                        frame = decoder.decode(in)) {
                    seen.add(frame.packetType() + ":" + frame.payload().readableBytes());
                }
            }
        } catch (ClientFrameException refused) {
            seen.add(refused.fault().name());
        }
        return seen;
    }
}
