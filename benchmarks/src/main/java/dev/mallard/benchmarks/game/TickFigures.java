package dev.mallard.benchmarks.game;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;

/**
 * What came of a measurement.
 *
 * @param load what was measured
 * @param before the service's figures at the beginning
 * @param after the service's figures at the end
 * @param counts what the driver sent and got in between
 * @param serviceCpu CPU time of the service in between
 * @param driverCpu CPU time of the driver in between
 * @param elapsed time in between
 * @param bytesPerGame live heap per game
 * @param residentBytes memory of the service's process in real use
 */
record TickFigures(
        GameLoad load,
        Scrape before,
        Scrape after,
        LinkDriver.Counts counts,
        Duration serviceCpu,
        Duration driverCpu,
        Duration elapsed,
        long bytesPerGame,
        long residentBytes) {

    private static final String LATENESS = "mallard_game_tick_lateness_seconds";
    private static final double TARGET_SECONDS = 0.02;

    private double delta(String name) {
        return after.sum(name) - before.sum(name);
    }

    private double ticks() {
        return delta(LATENESS + "_count");
    }

    /** Percent of the ticks that began at most so late. */
    private double percentWithin(double seconds) {
        return 100
                * (after.buckets(LATENESS).getOrDefault(seconds, 0.0)
                        - before.buckets(LATENESS).getOrDefault(seconds, 0.0))
                / ticks();
    }

    /** The smallest bound of the histogram within which this share of the ticks began, seconds. */
    private double latenessBound(double percent) {
        NavigableMap<Double, Double> buckets = after.buckets(LATENESS);
        for (double bound : buckets.keySet()) {
            if (percentWithin(bound) >= percent) {
                return bound;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private double cores(Duration cpu) {
        return (double) cpu.toNanos() / elapsed.toNanos();
    }

    /** What one game costs the service, microseconds of CPU time per second. */
    double cpuMicrosPerGameAndSecond() {
        return 1e6 * cores(serviceCpu) / load.games();
    }

    /** Whether 99 % of the ticks were late by less than the target, and none was left out. */
    boolean good() {
        return percentWithin(TARGET_SECONDS) >= 99 && leftOut() == 0;
    }

    private double leftOut() {
        return delta("mallard_game_ticks_left_out_total");
    }

    /** All figures by their name. */
    Map<String, Double> values() {
        double seconds = elapsed.toNanos() / 1e9;
        double tickSum = delta("mallard_game_tick_duration_seconds_sum");
        double commandSum = delta("mallard_game_commands_seconds_sum");
        double commands = delta("mallard_game_commands_seconds_count");
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("games", (double) load.games());
        values.put("players", (double) load.games() * load.players());
        values.put("seconds", seconds);
        values.put("ticksPerSecond", ticks() / seconds);
        values.put("ticksPerSecondWanted", load.games() * 5.0);
        values.put("ticksLeftOut", leftOut());
        values.put("latenessMeanMillis", 1e3 * delta(LATENESS + "_sum") / ticks());
        values.put("latenessP50MillisAtMost", 1e3 * latenessBound(50));
        values.put("latenessP99MillisAtMost", 1e3 * latenessBound(99));
        values.put("latenessP999MillisAtMost", 1e3 * latenessBound(99.9));
        values.put("latenessMaxMillis", 1e3 * after.sum(LATENESS + "_max"));
        values.put("percentWithin20Millis", percentWithin(TARGET_SECONDS));
        values.put("requestsPerSecond", counts.requests() / seconds);
        values.put("commandsPerSecond", commands / seconds);
        values.put("packetsPerSecond", counts.deliveries() / seconds);
        values.put("packetsTimesReceiversPerSecond", counts.recipients() / seconds);
        values.put("positionsPerGameAndSecond", counts.positions() / seconds / load.games());
        values.put("errors", (double) counts.errors());
        values.put("microsPerTick", 1e6 * tickSum / ticks());
        values.put("microsPerCommand", 1e6 * commandSum / commands);
        values.put("serviceCores", cores(serviceCpu));
        values.put("serviceCpuMicrosPerGameAndSecond", cpuMicrosPerGameAndSecond());
        values.put("snapshotsPerSecond", delta("mallard_game_takeover_snapshots_total") / seconds);
        values.put(
                "snapshotBytesPerSecond",
                delta("mallard_game_takeover_written_bytes_total") / seconds);
        values.put("driverCores", cores(driverCpu));
        values.put("serviceCpuMicrosPerRequest", serviceCpu.toNanos() / 1e3 / counts.requests());
        values.put("liveHeapBytesPerGame", (double) bytesPerGame);
        values.put("residentMegabytes", residentBytes / 1e6);
        return values;
    }

    String table() {
        return values().entrySet().stream()
                .map(
                        value ->
                                String.format(
                                        Locale.ROOT,
                                        "%-32s %,14.3f",
                                        value.getKey(),
                                        value.getValue()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    String json() {
        return values().entrySet().stream()
                .map(
                        value ->
                                "  \""
                                        + value.getKey()
                                        + "\": "
                                        + (Double.isFinite(value.getValue())
                                                ? value.getValue()
                                                : "null"))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
