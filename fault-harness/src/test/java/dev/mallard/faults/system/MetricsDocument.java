package dev.mallard.faults.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The table of metrics in docs/metrics.md, written from what running services show. */
final class MetricsDocument {

    static final Path FILE = Path.of("..", "docs", "metrics.md");

    private static final String INTRODUCTION =
            """
            # Metrics

            <!-- Generated from running services; do not edit. -->

            What the services show under `/actuator/prometheus`, besides what the framework and the JVM do. A histogram has the
            usual `_bucket`, `_count` and `_sum`, a summary `_count` and `_sum`. Some metrics appear with the first event that they
            count. Labels have few values: packet types, reasons, outcomes; never users, rooms or addresses of clients.

            | Metric | Type | Services | Labels | Meaning |
            |---|---|---|---|---|
            """;

    private MetricsDocument() {}

    /** The lines that the document has now. */
    static Set<String> lines() throws IOException {
        if (!Files.exists(FILE)) {
            return Set.of();
        }
        List<String> lines = Files.readAllLines(FILE);
        return new LinkedHashSet<>(lines.stream().filter(l -> l.startsWith("| `")).toList());
    }

    /** Writes the document: these metrics, and those that it has already and that did not show this time. */
    static void write(Collection<MetricRow> rows) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (String line : lines()) {
            lines.put(line.substring(3, line.indexOf('`', 3)), line);
        }
        rows.forEach(row -> lines.put(row.name(), row.line()));
        Files.writeString(FILE, INTRODUCTION + String.join("\n", lines.values()) + "\n");
    }
}
