package dev.mallard.faults.report;

import dev.mallard.bots.report.SummaryTable;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.check.LogSummary;
import dev.mallard.faults.run.FaultOutcome;
import dev.mallard.faults.run.RunResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a fault run as text. */
public final class FaultTable {

    private FaultTable() {}

    public static String of(RunResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(SummaryTable.of(result.load()));
        lines.add("");
        lines.add(
                "%-26s %6s %7s %8s %8s %8s"
                        .formatted(
                                "Recovery, seconds", "faults", "failed", "min", "median", "max"));
        for (RecoveryTimes times : RecoveryTimes.of(result.outcomes())) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-26s %6d %7d %8.2f %8.2f %8.2f",
                            times.sort(),
                            times.count(),
                            times.failed(),
                            times.min(),
                            times.median(),
                            times.max()));
        }
        lines.add("");
        lines.addAll(GrowthTable.lines(result.growths()));
        lines.add("");
        for (LogSummary log : result.logs()) {
            log.warnings().forEach((text, count) -> lines.add(log(log, "WARN", text, count)));
        }
        lines.add("");
        for (Finding finding : result.findings()) {
            lines.add((finding.good() ? "kept    " : "BROKEN  ") + finding.promise());
            finding.violations().forEach(violation -> lines.add("          " + violation));
        }
        result.skipped().forEach(reason -> lines.add("left out  " + reason));
        return String.join(System.lineSeparator(), lines);
    }

    private static String log(LogSummary log, String level, String text, int count) {
        return "%4d x %s %s %s".formatted(count, log.instance(), level, text);
    }

    /** One fault that has happened. */
    public static String line(FaultOutcome outcome) {
        Double recovered = outcome.recovered();
        return String.format(
                Locale.ROOT,
                "%7.1f s  %-52s %s",
                outcome.begin(),
                outcome.fault().text(),
                recovered == null
                        ? "NOT RECOVERED: " + outcome.trouble()
                        : String.format(Locale.ROOT, "recovered after %.2f s", recovered)
                                + (outcome.trouble().isEmpty()
                                        ? ""
                                        : "; before: " + outcome.trouble()));
    }
}
