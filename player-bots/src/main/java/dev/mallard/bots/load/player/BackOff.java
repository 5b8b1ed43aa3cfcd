package dev.mallard.bots.load.player;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time up to a bound, and never the same for
 * everybody. Gives up after a number of failures without success; a server that is busy has not failed.
 * One thread.
 */
final class BackOff {

    private static final long FIRST = Duration.ofMillis(250).toNanos();
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

    private final RandomGenerator random;
    private final int attempts;
    private int waits;
    private int failures;

    /**
     * @param attempts failures in a row after which to give up
     */
    BackOff(RandomGenerator random, int attempts) {
        this.random = random;
        this.attempts = attempts;
    }

    /** Nanoseconds to wait after one more failure: half to all of 250 ms, 500 ms, ... 5 s. */
    long nextNanos() {
        failures++;
        return busyNanos();
    }

    /** The same after an answer that the server is busy, which does not count as a failure. */
    long busyNanos() {
        long whole = Math.min(FIRST << Math.min(waits, 10), LONGEST);
        waits++;
        return whole / 2 + random.nextLong(whole / 2 + 1);
    }

    boolean exhausted() {
        return failures >= attempts;
    }

    void succeeded() {
        waits = 0;
        failures = 0;
    }
}
