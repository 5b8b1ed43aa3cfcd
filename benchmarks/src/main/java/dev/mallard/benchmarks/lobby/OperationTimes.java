package dev.mallard.benchmarks.lobby;

import org.HdrHistogram.Histogram;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long operations have taken. Any thread. */
public final class OperationTimes {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;

    private final Map<RoomOperation, Histogram> micros = new EnumMap<>(RoomOperation.class);

    public OperationTimes() {
        for (RoomOperation operation : RoomOperation.values()) {
            micros.put(operation, new Histogram(LONGEST_MICROS, DIGITS));
        }
    }

    synchronized void record(RoomOperation operation, long nanos) {
        of(operation).recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    /** Forgets everything. */
    public synchronized void reset() {
        micros.values().forEach(Histogram::reset);
    }

    public synchronized long count() {
        return micros.values().stream().mapToLong(Histogram::getTotalCount).sum();
    }

    public synchronized long percentileMicros(RoomOperation operation, double percentile) {
        return of(operation).getValueAtPercentile(percentile);
    }

    private Histogram of(RoomOperation operation) {
        Histogram histogram = micros.get(operation);
        if (histogram == null) {
            throw new IllegalStateException("unknown: " + operation);
        }
        return histogram;
    }
}
