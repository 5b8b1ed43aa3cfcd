package dev.mallard.faults.report;

import dev.mallard.bots.report.SummaryTable;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.run.RollingRestart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a rolling restart as text. */
public final class RollingTable {

    private static final double MILLIS_PER_SECOND = 1e3;

    private RollingTable() {}

    public static String of(RollingRestart.Result result) {
        List<String> lines = new ArrayList<>();
        lines.add(SummaryTable.of(result.load()));
        lines.add("");
        lines.add("%-14s %9s %9s %9s".formatted("Seconds until", "stopped", "ready", "all well"));
        for (RollingRestart.Step step : result.steps()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-14s %9.2f %9.2f %9.2f",
                            step.instance(),
                            seconds(step.stopped()),
                            seconds(step.started()),
                            seconds(step.recovered())));
        }
        lines.add("");
        lines.add(
                String.format(
                        Locale.ROOT, "Errors per 1,000 requests: %.2f", 1000 * result.errorRate()));
        for (Finding finding : result.findings()) {
            lines.add((finding.good() ? "kept    " : "BROKEN  ") + finding.promise());
            finding.violations().forEach(violation -> lines.add("          " + violation));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }
}
