package dev.mallard.game.support;

import dev.mallard.game.loop.TimeSource;
import dev.mallard.game.world.GameClock;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A clock that stands still until it is turned. */
public final class ManualTime implements GameClock, TimeSource {

    /** Wall-clock time when the clock has not been turned, epoch milliseconds. */
    public static final long EPOCH = 1_700_000_000_000L;

    private volatile long nanos;

    public void advance(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    @Override
    public long epochMillis() {
        return EPOCH + elapsedMillis();
    }
}
