package dev.mallard.benchmarks.micro;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.link.LinkFrameEncoder;
import dev.mallard.protocol.link.LinkProtocolException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/** Reading an answer from a link, and writing a request to one, with 64 bytes of payload. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinkFrames {

    private static final int PAYLOAD = 64;
    private static final int USER = 7;
    private static final long SESSION = 3;

    private final LinkFrameDecoder decoder = new LinkFrameDecoder();
    private final LinkFrameEncoder encoder = new LinkFrameEncoder();
    private final ByteBuf payload =
            ByteBufAllocator.DEFAULT.directBuffer(PAYLOAD).writeZero(PAYLOAD);
    private final ByteBuf received = ByteBufAllocator.DEFAULT.directBuffer(2 * PAYLOAD);
    private final ByteBuf out = ByteBufAllocator.DEFAULT.directBuffer(2 * PAYLOAD);

    @Setup
    public void receive() {
        encoder.encode(
                new LinkFrame.Answer(
                        PacketType.GET_ROOM_LIST_RESPONSE.id(),
                        USER,
                        SESSION,
                        true,
                        false,
                        payload),
                received);
    }

    @TearDown
    public void release() {
        payload.release();
        received.release();
        out.release();
    }

    @Benchmark
    public Object decodeAnswer() throws LinkProtocolException {
        received.readerIndex(0);
        LinkFrame frame = decoder.decode(received);
        return frame == null ? "incomplete" : frame;
    }

    @Benchmark
    public ByteBuf encodeRequest() {
        out.clear();
        encoder.encode(
                new LinkFrame.Request(
                        PacketType.GET_ROOM_LIST_REQUEST.id(), USER, SESSION, payload),
                out);
        return out;
    }
}
