package dev.mallard.game.loop;

import dev.mallard.game.world.GameClock;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The time of this machine. Any thread. */
public final class SystemTime implements GameClock, TimeSource {

    private final Clock wallClock;

    /**
     * @param wallClock what people are shown
     */
    public SystemTime(Clock wallClock) {
        this.wallClock = wallClock;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime());
    }

    @Override
    public long epochMillis() {
        return wallClock.millis();
    }
}
