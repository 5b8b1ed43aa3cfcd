package dev.mallard.faults.report;

import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.measure.Sample;
import dev.mallard.bots.load.measure.Tally;
import dev.mallard.bots.report.CourseCharts;
import dev.mallard.bots.report.Figures;
import dev.mallard.bots.report.HtmlText;
import dev.mallard.bots.report.KindTable;
import dev.mallard.bots.report.Template;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.check.LogSummary;
import dev.mallard.faults.run.FaultOutcome;
import dev.mallard.faults.run.RunResult;
import dev.mallard.faults.run.RunSettings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The result of a fault run as one page of HTML that needs nothing else. */
public final class FaultHtml {

    private final RunResult result;
    private final Map<String, String> parts = new HashMap<>();

    private FaultHtml(RunResult result) {
        this.result = result;
    }

    public static String of(RunResult result) {
        return new FaultHtml(result).page();
    }

    private String page() {
        header();
        tiles();
        new CourseCharts(result.load()).addTo(parts);
        List<Sample> samples = result.load().samples();
        parts.put(
                "timeLine",
                samples.isEmpty()
                        ? ""
                        : TimeLine.of(
                                result.outcomes(),
                                result.offset(),
                                samples.getFirst().second(),
                                samples.getLast().second()));
        parts.put("soakSection", GrowthTable.section(result.growths()));
        parts.put("recovery", recovery());
        parts.put("checks", checks());
        parts.put("requests", KindTable.of(result.load()));
        parts.put("errors", errors());
        parts.put("faults", faults());
        parts.put("logs", logs());
        parts.put(
                "leftOut",
                result.skipped().isEmpty()
                        ? ""
                        : "<p class=\"quiet\">Left out: "
                                + HtmlText.escape(String.join("; ", result.skipped()))
                                + ".</p>");
        return Template.filled(FaultHtml.class, "faults.html", parts);
    }

    private void header() {
        RunSettings settings = result.settings();
        parts.put(
                "subtitle",
                "%d gateways, %d lobbies, %d game services, %s bots in %s rooms — seed %d"
                        .formatted(
                                settings.gateways(),
                                settings.lobbies(),
                                settings.games(),
                                Figures.count(settings.players()),
                                Figures.count(settings.rooms()),
                                settings.seed()));
        parts.put("verdict", result.good() ? "Nothing lost" : "Promises broken");
        parts.put("verdictStyle", result.good() ? "good" : "bad");
    }

    private void tiles() {
        Tally requests = result.load().requests();
        long unexplained = result.load().errors().getOrDefault(Measurements.UNASKED, 0L);
        double slowest =
                RecoveryTimes.of(result.outcomes()).stream()
                        .mapToDouble(RecoveryTimes::max)
                        .max()
                        .orElse(0);
        parts.put(
                "tiles",
                tile(Figures.count(result.outcomes().size()), "", "faults")
                        + tile(Figures.millis(slowest), "s", "slowest recovery")
                        + tile(Figures.count(requests.sent()), "", "requests")
                        + tile(
                                Figures.count(requests.of(Outcome.REFUSED)),
                                "",
                                "refused with an error")
                        + tile(Figures.count(requests.of(Outcome.LOST)), "", "lost in silence")
                        + tile(Figures.count(unexplained), "", "unexplained answers"));
    }

    private static String tile(String value, String unit, String name) {
        return "<div class=\"tile\"><b>%s <i>%s</i></b><small>%s</small></div>\n"
                .formatted(value, unit, name);
    }

    private String recovery() {
        StringBuilder table =
                new StringBuilder(
                        "<table><tr><th></th><th>faults</th><th>failed</th><th>min</th>"
                                + "<th>median</th><th>max</th></tr>\n");
        for (RecoveryTimes times : RecoveryTimes.of(result.outcomes())) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "<tr><td>%s</td><td>%d</td><td class=\"%s\">%d</td>"
                                    + "<td>%.2f</td><td>%.2f</td><td>%.2f</td></tr>%n",
                            HtmlText.escape(times.sort()),
                            times.count(),
                            times.failed() > 0 ? "bad" : "nil",
                            times.failed(),
                            times.min(),
                            times.median(),
                            times.max()));
        }
        return table.append("</table>").toString();
    }

    private String checks() {
        StringBuilder table = new StringBuilder("<table>");
        for (Finding finding : result.findings()) {
            table.append(
                    "<tr><td class=\"wide\">%s</td><td class=\"%s\">%s</td></tr>%n"
                            .formatted(
                                    HtmlText.escape(finding.promise()),
                                    finding.good() ? "" : "bad",
                                    finding.good() ? "kept" : "broken"));
            for (String violation : finding.violations()) {
                table.append(
                        "<tr><td class=\"wide\" colspan=\"2\">%s</td></tr>%n"
                                .formatted(HtmlText.escape(violation)));
            }
        }
        return table.append("</table>").toString();
    }

    private String errors() {
        StringBuilder table = new StringBuilder("<table>");
        new TreeMap<>(result.load().errors())
                .forEach((identifier, count) -> table.append(row(identifier, count)));
        result.load()
                .happenings()
                .forEach((happening, count) -> table.append(row(happening.label(), count)));
        return table.append("</table>").toString();
    }

    private String faults() {
        StringBuilder table =
                new StringBuilder(
                        "<table><tr><th></th><th>begin</th><th>end</th><th>recovered"
                                + " after</th></tr>\n");
        for (FaultOutcome outcome : result.outcomes()) {
            Double recovered = outcome.recovered();
            table.append(
                    String.format(
                            Locale.ROOT,
                            "<tr><td>%s</td><td>%.1f s</td><td>%.1f s</td><td"
                                    + " class=\"%s\">%s</td></tr>%n",
                            HtmlText.escape(outcome.fault().text()),
                            outcome.begin(),
                            outcome.end(),
                            recovered == null ? "bad" : "",
                            recovered == null
                                    ? HtmlText.escape(outcome.trouble())
                                    : String.format(
                                            Locale.ROOT,
                                            "<span title=\"%s\">%.2f s</span>",
                                            HtmlText.escape(outcome.trouble()),
                                            recovered)));
        }
        return table.append("</table>").toString();
    }

    private String logs() {
        StringBuilder table = new StringBuilder("<table>");
        for (LogSummary log : result.logs()) {
            log.errors().forEach((text, count) -> table.append(row(log, "ERROR", text, count)));
            log.traces().forEach((text, count) -> table.append(row(log, "trace", text, count)));
            log.warnings().forEach((text, count) -> table.append(row(log, "WARN", text, count)));
        }
        return table.append("</table>").toString();
    }

    private static String row(LogSummary log, String level, String text, int count) {
        return "<tr><td class=\"wide\">%s %s %s</td><td>%s</td></tr>%n"
                .formatted(log.instance(), level, HtmlText.escape(text), Figures.count(count));
    }

    private static String row(String name, long count) {
        return "<tr><td>%s</td><td>%s</td></tr>%n"
                .formatted(HtmlText.escape(name), Figures.count(count));
    }
}
