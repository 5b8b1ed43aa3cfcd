package dev.mallard.faults.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes down for people how an outage went. All moments are {@link System#nanoTime} readings.
 *
 * @param begin when it was watched for the first time
 * @param away when the outage began
 * @param back when it ended
 * @param end when it was watched for the last time
 */
record OutageReport(long begin, long away, long back, long end) {

    void write(Path file, List<Probe> probes, List<GameWatch> games) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("away for " + millis(back - away) + " ms");
        for (Probe probe : probes) {
            lines.add(phase(probe, "before", begin, away));
            lines.add(phase(probe, "away", away, back));
            lines.add(phase(probe, "back", back, end));
            lines.add(recovery(probe));
        }
        for (GameWatch game : games) {
            lines.add(
                    "a player got %d position updates, the longest silence was %d ms"
                            .formatted(game.updates(), game.longestSilence().toMillis()));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private static String phase(Probe probe, String name, long from, long to) {
        List<Probe.Attempt> attempts = probe.between(from, to);
        Map<String, Long> outcomes =
                attempts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Probe.Attempt::outcome,
                                        TreeMap::new,
                                        Collectors.counting()));
        return "%-18s %-7s %s, longest %d ms"
                .formatted(probe.name(), name, outcomes, Probe.longest(attempts).toMillis());
    }

    private String recovery(Probe probe) {
        return probe.between(back, end).stream()
                .filter(Probe.Attempt::succeeded)
                .findFirst()
                .map(first -> millis(first.startNanos() - back) + first.took().toMillis())
                .map(after -> "%-18s works %d ms after the return".formatted(probe.name(), after))
                .orElse("%-18s does not work again".formatted(probe.name()));
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
