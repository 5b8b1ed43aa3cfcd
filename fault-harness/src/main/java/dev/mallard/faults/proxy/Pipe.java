package dev.mallard.faults.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * One direction of a connection. Reads no further while {@value #MOST_WAITING} bytes wait, so that a slow way is felt
 * at its beginning. On the event loop.
 */
final class Pipe {

    private static final int MOST_WAITING = 256 * 1024;
    private static final double NANOS_PER_SECOND = 1e9;

    private record Piece(ByteBuf bytes, long due) {}

    private final Channel from;
    private final Channel to;
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private Disturbance disturbance;
    private int waitingBytes;
    private long lastDue = Long.MIN_VALUE;
    private boolean drainPlanned;
    private boolean ended;
    private boolean lossy;

    Pipe(Channel from, Channel to, Disturbance disturbance) {
        this.from = from;
        this.to = to;
        this.disturbance = disturbance;
    }

    /** Whether something that was sent has vanished. */
    boolean lossy() {
        return lossy;
    }

    void disturb(Disturbance next) {
        disturbance = next;
        drain();
        readOn();
    }

    void received(ByteBuf bytes) {
        if (disturbance instanceof Disturbance.Swallow) {
            bytes.release();
            lossy = true;
        } else {
            waitingBytes += bytes.readableBytes();
            waiting.add(new Piece(bytes, due(bytes.readableBytes(), System.nanoTime())));
            drain();
        }
        readOn();
    }

    /** The sender has closed the connection; whoever is at the other end is told after all that was sent. */
    void ended() {
        ended = true;
        drain();
    }

    void readOn() {
        if (waitingBytes < MOST_WAITING && !ended) {
            from.read();
        }
    }

    /** Forgets what waits. */
    void discard() {
        waiting.forEach(piece -> piece.bytes().release());
        waiting.clear();
        waitingBytes = 0;
    }

    private long due(int bytes, long now) {
        long due =
                switch (disturbance) {
                    case Disturbance.Delay(var time) -> now + time.toNanos();
                    case Disturbance.Bandwidth(long rate) ->
                            (lastDue == Long.MIN_VALUE ? now : Math.max(now, lastDue))
                                    + Math.round(bytes * NANOS_PER_SECOND / rate);
                    case Disturbance.Hold() -> now;
                    case Disturbance.Swallow() -> now;
                };
        lastDue = lastDue == Long.MIN_VALUE ? due : Math.max(due, lastDue);
        return lastDue;
    }

    private void drain() {
        if (disturbance instanceof Disturbance.Hold) {
            return;
        }
        long now = System.nanoTime();
        boolean wrote = false;
        while (!waiting.isEmpty() && waiting.element().due() - now <= 0) {
            ByteBuf bytes = waiting.remove().bytes();
            int size = bytes.readableBytes();
            to.write(bytes)
                    .addListener(
                            done -> {
                                waitingBytes -= size;
                                readOn();
                            });
            wrote = true;
        }
        if (wrote) {
            to.flush();
        }
        if (!waiting.isEmpty()) {
            planDrain(waiting.element().due() - now);
        } else if (ended && !(disturbance instanceof Disturbance.Swallow)) {
            to.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void planDrain(long nanos) {
        if (!drainPlanned) {
            drainPlanned = true;
            to.eventLoop()
                    .schedule(
                            () -> {
                                drainPlanned = false;
                                drain();
                            },
                            nanos,
                            TimeUnit.NANOSECONDS);
        }
    }
}
