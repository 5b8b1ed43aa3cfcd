package dev.mallard.benchmarks.micro;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.client.ClientFrame;
import dev.mallard.protocol.client.ClientFrameDecoder;
import dev.mallard.protocol.client.ClientFrameEncoder;
import dev.mallard.protocol.client.ClientFrameException;
import dev.mallard.protocol.client.ProtocolVersion;

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

/** Reading and writing a client frame with 64 bytes of payload. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClientFrames {

    private static final int PAYLOAD = 64;

    private final ClientFrameDecoder decoder =
            new ClientFrameDecoder(ProtocolVersion.DEFAULT, 64 * 1024);
    private final ClientFrameEncoder encoder = new ClientFrameEncoder(ProtocolVersion.DEFAULT);
    private final ByteBuf payload =
            ByteBufAllocator.DEFAULT.directBuffer(PAYLOAD).writeZero(PAYLOAD);
    private final ByteBuf received = ByteBufAllocator.DEFAULT.directBuffer(2 * PAYLOAD);
    private final ByteBuf out = ByteBufAllocator.DEFAULT.directBuffer(2 * PAYLOAD);

    @Setup
    public void receive() {
        encoder.encode(PacketType.GET_ROOM_LIST_REQUEST.id(), payload, received);
    }

    @TearDown
    public void release() {
        payload.release();
        received.release();
        out.release();
    }

    @Benchmark
    public Object decode() throws ClientFrameException {
        received.readerIndex(0);
        ClientFrame frame = decoder.decode(received);
        return frame == null ? "incomplete" : frame;
    }

    @Benchmark
    public ByteBuf encode() {
        out.clear();
        encoder.encode(PacketType.GET_ROOM_LIST_RESPONSE.id(), payload, out);
        return out;
    }
}
