package dev.mallard.bots.load.player;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time up to a bound, and never the same for
 * everybody. Gives up after a number of attempts without success. One thread.
 */
final class BackOff {

    static final int ATTEMPTS = 12;

    private static final long FIRST = Duration.ofMillis(250).toNanos();
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

    private final RandomGenerator random;
    private int failures;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** Nanoseconds to wait after one more failure: half to all of 250 ms, 500 ms, ... 5 s. */
    long nextNanos() {
        long whole = Math.min(FIRST << Math.min(failures, 10), LONGEST);
        failures++;
        return whole / 2 + random.nextLong(whole / 2 + 1);
    }

    boolean exhausted() {
        return failures >= ATTEMPTS;
    }

    void succeeded() {
        failures = 0;
    }
}
