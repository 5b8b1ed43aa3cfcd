package dev.mallard.game.loop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Turns a tick wheel, in a thread of its own that only puts ticks into mailboxes. */
public final class TickThread implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TickThread.class);

    private final TickWheel wheel;
    private final TimeSource time;
    private final Thread thread;
    private volatile boolean closed;

    /** Starts turning at once. */
    public TickThread(TickWheel wheel, TimeSource time) {
        this.wheel = wheel;
        this.time = time;
        this.thread = Thread.ofPlatform().name("game-ticks").daemon().start(this::turn);
    }

    private void turn() {
        while (!closed) {
            try {
                long next = wheel.advance(time.nanoTime());
                LockSupport.parkNanos(this, next - time.nanoTime());
            } catch (RuntimeException failure) {
                log.error("A tick was not passed on", failure);
            }
        }
    }

    /** How far the ticks are behind at this moment, nanoseconds, not below 0. */
    public long behindNanos() {
        return Math.max(0, time.nanoTime() - wheel.nextDueNanos());
    }

    /** Stops, and waits a second at most for the ticks that are being passed on. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
