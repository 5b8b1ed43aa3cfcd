package dev.mallard.faults.proxy;

import java.time.Duration;

/** What a proxy does to the bytes that pass it, in both directions. */
public sealed interface Disturbance {

    /** Nothing: bytes pass as fast as they can. */
    Disturbance NONE = new Delay(Duration.ZERO);

    /**
     * Every byte comes later.
     *
     * @param time how much later, on each way; 0 to a minute
     */
    record Delay(Duration time) implements Disturbance {

        private static final Duration LONGEST = Duration.ofMinutes(1);

        public Delay {
            if (time.isNegative() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a delay is 0 to a minute, not " + time);
            }
        }
    }

    /**
     * Bytes pass slowly.
     *
     * @param bytesPerSecond of each connection and direction, more than 0
     */
    record Bandwidth(long bytesPerSecond) implements Disturbance {

        public Bandwidth {
            if (bytesPerSecond <= 0) {
                throw new IllegalArgumentException("a bandwidth is above 0, not " + bytesPerSecond);
            }
        }
    }

    /** Nothing passes, not even the end of a connection; later everything arrives, as after lost packets. */
    record Hold() implements Disturbance {}

    /**
     * Half-open: what is sent vanishes, and no side is told that the other one closes. A connection that has lost
     * something is reset when the disturbance ends.
     */
    record Swallow() implements Disturbance {}
}
