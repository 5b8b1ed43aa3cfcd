package dev.mallard.bots.load.measure;

import org.HdrHistogram.Histogram;

/**
 * A distribution of latencies in a few figures.
 *
 * @param count how many latencies
 * @param p50 the median, milliseconds; 0 if there is none, as for the others
 * @param p90 milliseconds
 * @param p99 milliseconds
 * @param p999 the 99.9th percentile, milliseconds
 * @param max milliseconds
 */
public record Percentiles(long count, double p50, double p90, double p99, double p999, double max) {

    /** Nothing was measured. */
    public static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0, 0);

    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * @param nanos a histogram of nanoseconds
     */
    static Percentiles of(Histogram nanos) {
        if (nanos.getTotalCount() == 0) {
            return NONE;
        }
        return new Percentiles(
                nanos.getTotalCount(),
                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(90) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(99.9) / NANOS_PER_MILLI,
                nanos.getMaxValue() / NANOS_PER_MILLI);
    }
}
