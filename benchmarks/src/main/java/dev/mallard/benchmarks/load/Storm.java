package dev.mallard.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;

import org.HdrHistogram.Histogram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Many connections within a short time, opened at a fixed rate whatever the gateway does. Each sends one
 * packet and counts as served when the gateway has said something about it.
 */
public final class Storm {

    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(60);
    private static final long AFTERMATH_SECONDS = 3;

    private final LoadLoop loop;
    private final int port;
    private final int ratePerSecond;
    private final int attempts;
    private final int mostOpen;
    private final Histogram waits = new Histogram(LONGEST_WAIT, 3);
    private final Deque<Channel> open = new ArrayDeque<>();
    private final CompletableFuture<Result> end = new CompletableFuture<>();
    private long begin;
    private int attempted;
    private int served;
    private int refused;
    private int lost;

    /**
     * What became of the connections.
     *
     * @param attempted how many were tried
     * @param served how many got an answer
     * @param refused how many could not be opened
     * @param lost how many the gateway closed
     * @param p50Millis median of the time from when a connection was due to its answer
     * @param p99Millis 99th percentile of that time
     */
    public record Result(
            int attempted, int served, int refused, int lost, double p50Millis, double p99Millis) {}

    /**
     * @param mostOpen how many connections may be open at once; the oldest are closed first
     */
    public Storm(LoadLoop loop, int port, int ratePerSecond, int seconds, int mostOpen) {
        this.loop = loop;
        this.port = port;
        this.ratePerSecond = ratePerSecond;
        this.attempts = ratePerSecond * seconds;
        this.mostOpen = mostOpen;
    }

    /** Lets it loose, waits until it is over, and closes all connections. Not on the loop. */
    public Result run() throws InterruptedException {
        loop.eventLoop()
                .execute(
                        () -> {
                            begin = System.nanoTime();
                            tick();
                        });
        try {
            return end.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the storm failed", failure.getCause());
        }
    }

    private long due(int attempt) {
        return begin + attempt * TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    }

    private void tick() {
        while (attempted < attempts && due(attempted) <= System.nanoTime()) {
            attempt(due(attempted));
            attempted++;
        }
        if (attempted < attempts) {
            loop.eventLoop()
                    .schedule(
                            this::tick,
                            Math.max(0, due(attempted) - System.nanoTime()),
                            TimeUnit.NANOSECONDS);
        } else {
            loop.eventLoop().schedule(this::finish, AFTERMATH_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void attempt(long due) {
        ChannelFuture connecting = loop.connect(port, false, channel -> new Stranger(channel, due));
        open.addLast(connecting.channel());
        connecting.addListener(
                connected -> {
                    if (!connected.isSuccess() && open.remove(connecting.channel())) {
                        refused++;
                    }
                });
        if (open.size() > mostOpen) {
            open.removeFirst().close();
        }
    }

    private void finish() {
        end.complete(
                new Result(
                        attempted,
                        served,
                        refused,
                        lost,
                        waits.getValueAtPercentile(50) / 1e6,
                        waits.getValueAtPercentile(99) / 1e6));
        open.forEach(Channel::close);
    }

    /** One connection, which does not log in. */
    private final class Stranger extends FrameReader {

        private final Collector collector;
        private final long due;

        Stranger(Channel channel, long due) {
            this.collector = new Collector(channel, loop.round());
            this.due = due;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            ClientWire.writeHeader(collector.out(), LoadClients.REQUEST, 0);
        }

        @Override
        protected boolean readFrame(ByteBuf in) {
            int length = ClientWire.payloadLength(in);
            if (length < 0) {
                return false;
            }
            in.skipBytes(ClientWire.HEADER + length);
            served++;
            waits.recordValue(Math.clamp(System.nanoTime() - due, 0, LONGEST_WAIT));
            return true;
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            super.channelInactive(context);
            if (!end.isDone() && open.remove(context.channel())) {
                lost++;
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
