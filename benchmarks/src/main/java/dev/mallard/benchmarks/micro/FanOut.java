package dev.mallard.benchmarks.micro;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.client.ClientFrameEncoder;
import dev.mallard.protocol.client.ProtocolVersion;
import dev.mallard.transport.Bytes;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/** Bringing one payload to eight clients, per client: the frame made once and copied, or made anew for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FanOut {

    private static final int PAYLOAD = 64;
    private static final int ROOM = 8;
    private static final int CAPACITY = 256;

    private final ClientFrameEncoder encoder = new ClientFrameEncoder(ProtocolVersion.DEFAULT);
    private final ByteBuf received =
            ByteBufAllocator.DEFAULT.directBuffer(CAPACITY).writeZero(CAPACITY);
    private final ByteBuf payload = received.slice(CAPACITY - PAYLOAD, PAYLOAD);
    private final ByteBuf frame = Unpooled.buffer(CAPACITY);
    private final ByteBuf[] clients = new ByteBuf[ROOM];

    public FanOut() {
        for (int i = 0; i < ROOM; i++) {
            clients[i] = ByteBufAllocator.DEFAULT.directBuffer(CAPACITY);
        }
    }

    @TearDown
    public void release() {
        received.release();
        for (ByteBuf client : clients) {
            client.release();
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROOM)
    public ByteBuf frameMadeOnce() {
        frame.clear();
        encoder.encode(PacketType.S_PLAYER_ATTACK_NOTIFICATION.id(), payload, frame);
        for (ByteBuf client : clients) {
            client.clear();
            Bytes.append(frame, client);
        }
        return clients[0];
    }

    @Benchmark
    @OperationsPerInvocation(ROOM)
    public ByteBuf frameMadeForEach() {
        for (ByteBuf client : clients) {
            client.clear();
            encoder.encode(PacketType.S_PLAYER_ATTACK_NOTIFICATION.id(), payload, client);
        }
        return clients[0];
    }
}
