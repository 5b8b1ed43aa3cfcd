package dev.mallard.bots.load.measure;

import org.HdrHistogram.Histogram;

import java.time.Duration;

/**
 * Latencies of one sort, from a microsecond to two minutes with three digits; longer ones count as two
 * minutes. One thread.
 */
final class Latencies {

    private static final long SHORTEST = 1_000;
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();
    private static final int DIGITS = 3;

    private final Histogram nanos = new Histogram(SHORTEST, LONGEST, DIGITS);

    void record(long latencyNanos) {
        nanos.recordValue(Math.clamp(latencyNanos, 0, LONGEST));
    }

    Percentiles percentiles() {
        return Percentiles.of(nanos);
    }

    void reset() {
        if (nanos.getTotalCount() > 0) {
            nanos.reset();
        }
    }
}
