package dev.mallard.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class InboundFramesTest {

    private static final int HELD_WHILE_PAUSED = 4096;

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
    private final Sink sink = new Sink();
    private final InboundFrames inbound = inbound(new TextCodec().newDecoder());

    @AfterEach
    void nothingIsKept() {
        inbound.discard();
        assertThat(used()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void cuttingTheStreamAnywhereChangesNothing(long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 300; i++) {
            String text = i + ":" + "x".repeat(random.nextInt(random.nextInt(10) == 0 ? 5000 : 40));
            texts.add(text);
            stream.writeBytes(TextCodec.frame(text));
        }
        byte[] bytes = stream.toByteArray();

        int at = 0;
        while (at < bytes.length) {
            int most = 1 + random.nextInt(random.nextInt(8) == 0 ? 20_000 : 50);
            int size = Math.min(most, bytes.length - at);
            receive(bytes, at, size);
            at += size;
        }

        assertThat(sink.frames).isEqualTo(texts);
        assertThat(used()).as("nothing is kept behind the last frame").isZero();
        assertThat(inbound.partialSinceNanos()).isZero();
    }

    @Test
    void aReceivedBufferIsReleasedAndNoRestIsKeptOfWholeFrames() {
        ByteBuf in = Unpooled.wrappedBuffer(TextCodec.frame("a"), TextCodec.frame("b"));
        inbound.received(in);
        assertThat(in.refCnt()).isZero();
        assertThat(sink.frames).containsExactly("a", "b");
        assertThat(used()).isZero();
    }

    @Test
    void onlyTheIncompleteRestIsCopied() {
        receive(concat(TextCodec.frame("x".repeat(5000)), new byte[] {0, 0}));
        assertThat(used()).isPositive().isLessThan(100);
    }

    @Test
    void anIncompleteFrameKeepsItsTimeWhileItTricklesIn() {
        byte[] frame = TextCodec.frame("slow");
        receive(frame, 0, 1);
        long since = inbound.partialSinceNanos();
        assertThat(since).isNotZero();
        for (int i = 1; i < frame.length - 1; i++) {
            receive(frame, i, 1);
            assertThat(inbound.partialSinceNanos()).isEqualTo(since);
        }
        receive(frame, frame.length - 1, 1);
        assertThat(inbound.partialSinceNanos()).isZero();
        assertThat(sink.frames).containsExactly("slow");
    }

    @Test
    void theNextIncompleteFrameStartsATimeOfItsOwn() {
        byte[] frame = TextCodec.frame("first");
        receive(frame, 0, 3);
        long since = inbound.partialSinceNanos();
        receive(
                concat(
                        new byte[] {frame[3]},
                        "first".getBytes(StandardCharsets.UTF_8),
                        new byte[] {0}));
        assertThat(sink.frames).containsExactly("first");
        assertThat(inbound.partialSinceNanos()).isNotZero().isNotEqualTo(since);
    }

    @Test
    void aFramePausesTheDeliveryOfTheNext() {
        sink.pauseAfter = "b";
        receive(concat(TextCodec.frame("a"), TextCodec.frame("b"), TextCodec.frame("c")));
        assertThat(sink.frames).containsExactly("a", "b");
        receive(TextCodec.frame("d"));
        assertThat(sink.frames).containsExactly("a", "b");
        assertThat(inbound.partialSinceNanos()).as("the peer owes nothing").isZero();

        inbound.setPaused(false);
        inbound.applyPause();
        assertThat(sink.frames).containsExactly("a", "b", "c", "d");
        assertThat(used()).isZero();
    }

    @Test
    void theTimeOfAnIncompleteFrameRestartsAfterAPause() {
        receive(new byte[] {0, 0}, 0, 2);
        long since = inbound.partialSinceNanos();
        inbound.setPaused(true);
        inbound.applyPause();
        assertThat(inbound.partialSinceNanos()).isZero();
        inbound.setPaused(false);
        inbound.applyPause();
        assertThat(inbound.partialSinceNanos()).isNotZero().isNotEqualTo(since);
    }

    @Test
    void askingAgainToGoOnDoesNotRestartTheTime() {
        receive(new byte[] {0, 0}, 0, 2);
        long since = inbound.partialSinceNanos();
        inbound.setPaused(false);
        inbound.applyPause();
        assertThat(inbound.partialSinceNanos()).isEqualTo(since);
    }

    @Test
    void whatArrivesDuringAPauseIsBounded() {
        inbound.setPaused(true);
        for (int i = 0; i < HELD_WHILE_PAUSED / 1000; i++) {
            receive(new byte[1000]);
        }
        assertThat(sink.broken).isNull();
        receive(new byte[1000]);
        assertThat(sink.broken).isInstanceOf(FrameException.class);
        assertThat(used()).isZero();
    }

    @Test
    void aRefusedFrameEndsTheInput() {
        receive(concat(TextCodec.frame("a"), new byte[] {-1, 0, 0, 0}, TextCodec.frame("b")));
        receive(TextCodec.frame("c"));
        assertThat(sink.frames).containsExactly("a");
        assertThat(sink.refused).hasMessage("text too long: -16777216");
        assertThat(inbound.partialSinceNanos()).isZero();
        assertThat(used()).isZero();
    }

    @Test
    void aRefusalInTheMiddleOfAJoinedFrameReleasesTheRest() {
        receive(new byte[] {-1, 0}, 0, 2);
        receive(new byte[] {0, 0, 1, 2, 3}, 0, 5);
        assertThat(sink.refused).isNotNull();
        assertThat(used()).isZero();
    }

    @Test
    void discardingWithinAFrameDropsTheRestOfTheBatch() {
        sink.discardAfter = "a";
        receive(concat(TextCodec.frame("a"), TextCodec.frame("b"), new byte[] {0}));
        assertThat(sink.frames).containsExactly("a");
        assertThat(used()).isZero();
        assertThat(inbound.partialSinceNanos()).isZero();
    }

    @Test
    void discardingReleasesWhatIsHeld() {
        receive(new byte[] {0, 0}, 0, 2);
        assertThat(used()).isPositive();
        inbound.discard();
        assertThat(used()).isZero();
        assertThat(inbound.partialSinceNanos()).isZero();
    }

    @Test
    void aDecoderThatTakesNothingIsStopped() {
        InboundFrames stuck = inbound(in -> "again");
        stuck.received(Unpooled.wrappedBuffer(new byte[3]));
        assertThat(sink.frames).isEmpty();
        assertThat(sink.broken).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDecoderThatFailsIsReported() {
        RuntimeException defect = new RuntimeException("defect");
        InboundFrames failing =
                inbound(
                        in -> {
                            throw defect;
                        });
        failing.received(Unpooled.wrappedBuffer(new byte[3]));
        assertThat(sink.broken).isSameAs(defect);
    }

    private InboundFrames inbound(FrameDecoder decoder) {
        return new InboundFrames(decoder, sink, allocator, HELD_WHILE_PAUSED);
    }

    private void receive(byte[] bytes) {
        receive(bytes, 0, bytes.length);
    }

    private void receive(byte[] bytes, int from, int size) {
        ByteBuf in = Unpooled.copiedBuffer(bytes, from, size);
        inbound.received(in);
        assertThat(in.refCnt()).isZero();
    }

    private long used() {
        return allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private final class Sink implements InboundFrames.FrameSink {

        final List<String> frames = new ArrayList<>();
        @Nullable FrameException refused;
        @Nullable Throwable broken;
        @Nullable String pauseAfter;
        @Nullable String discardAfter;

        @Override
        public void frame(Object frame) {
            frames.add((String) frame);
            if (frame.equals(pauseAfter)) {
                inbound.setPaused(true);
                inbound.applyPause();
            }
            if (frame.equals(discardAfter)) {
                inbound.discard();
            }
        }

        @Override
        public void refused(FrameException failure) {
            refused = failure;
        }

        @Override
        public void broken(Throwable cause) {
            broken = cause;
            inbound.discard();
        }
    }
}
