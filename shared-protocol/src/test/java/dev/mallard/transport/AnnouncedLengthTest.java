package dev.mallard.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.client.ClientFrameCodec;
import dev.mallard.protocol.client.ProtocolVersion;
import dev.mallard.protocol.link.LinkFrameCodec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

/** What a stranger can make us keep: what has come, up to the limit, whatever length it announces. */
class AnnouncedLengthTest {

    private static final int LIMIT = 4096;
    private static final int HEADER = 12;

    /** Buffers grow by doubling. */
    private static final long MOST_KEPT = 2L * (LIMIT + HEADER);

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private @Nullable FrameException refused;
    private long most;

    private final InboundFrames.FrameSink sink =
            new InboundFrames.FrameSink() {
                @Override
                public void frame(Object frame) {
                    throw new AssertionError("no frame is complete");
                }

                @Override
                public void refused(FrameException failure) {
                    refused = failure;
                }

                @Override
                public void broken(Throwable cause) {
                    throw new AssertionError(cause);
                }
            };

    private long used() {
        return allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory();
    }

    /** Sends the header and then zeros, in pieces of a size. */
    private void send(FrameCodec codec, String header, int total, int piece) {
        InboundFrames inbound = new InboundFrames(codec.newDecoder(), sink, allocator, LIMIT);
        ByteBuf all = Unpooled.buffer();
        all.writeBytes(HexFormat.of().parseHex(header.replace(" ", ""))).writeZero(total);
        while (all.isReadable()) {
            inbound.received(all.readBytes(Math.min(piece, all.readableBytes())));
            most = Math.max(most, used());
        }
    }

    private static FrameCodec client() {
        return new ClientFrameCodec(ProtocolVersion.DEFAULT, LIMIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 4000})
    void aFrameOfALegalLengthIsKeptAsItComes(int piece) {
        send(client(), "03eb 05 312e302e30 00001000", 100, piece);
        assertThat(refused).isNull();
        assertThat(most).as("before most of it has come").isLessThan(512);
        send(client(), "03eb 05 312e302e30 00001000", LIMIT - 1, piece);
        assertThat(most).isLessThanOrEqualTo(MOST_KEPT + 512);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00001001", "7fffffff", "80000000", "ffffffff"})
    void aFrameThatIsTooLongIsRefusedAndNothingIsKept(String length) {
        send(client(), "03eb 05 312e302e30 " + length, 100_000, 100);
        assertThat(refused).isNotNull();
        assertThat(used()).isZero();
        assertThat(most).isLessThan(512);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00001001", "00400000", "ffffffff"})
    void aStrangerOnALinkIsRefusedAlike(String length) {
        send(new LinkFrameCodec(), length, 100_000, 100);
        assertThat(refused).isNotNull();
        assertThat(used()).isZero();
        assertThat(most).isLessThan(512);
    }
}
