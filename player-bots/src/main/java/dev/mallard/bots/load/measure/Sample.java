package dev.mallard.bots.load.measure;

import java.util.Map;

/**
 * One interval of a run.
 *
 * @param second end of the interval, seconds since the start of the run
 * @param measured whether the interval counts: all players had been logged in by its beginning
 * @param players where the players were at its end
 * @param sentPerSecond packets that the players sent
 * @param receivedPerSecond packets that they received
 * @param interactive latencies of everything that waits for nothing but the services
 * @param position latencies of positions, which wait for the tick of the game
 * @param errors errors by identifier since the start of the run
 */
public record Sample(
        double second,
        boolean measured,
        Headcount players,
        double sentPerSecond,
        double receivedPerSecond,
        Percentiles interactive,
        Percentiles position,
        Map<String, Long> errors) {

    public Sample {
        errors = Map.copyOf(errors);
    }

    /** Errors of all identifiers since the start of the run. */
    public long errorCount() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }
}
