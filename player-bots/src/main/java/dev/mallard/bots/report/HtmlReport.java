package dev.mallard.bots.report;

import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.LoadSettings;
import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.measure.Tally;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The result of a run as one page of HTML that needs nothing else: charts of the course of the run, and
 * tables of what was measured. It has no script, and fits light and dark screens.
 */
public final class HtmlReport {

    private static final String TEMPLATE = "report.html";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final LoadResult result;
    private final List<String> broken;
    private final boolean limited;
    private final Map<String, String> parts = new HashMap<>();

    private HtmlReport(LoadResult result, List<String> broken, boolean limited) {
        this.result = result;
        this.broken = broken;
        this.limited = limited;
    }

    /**
     * @param broken the lines about broken limits
     * @param limited whether there were limits at all
     */
    public static String of(LoadResult result, List<String> broken, boolean limited) {
        return new HtmlReport(result, broken, limited).page();
    }

    private String page() {
        header();
        tiles();
        new CourseCharts(result).addTo(parts);
        parts.put("table", KindTable.of(result));
        parts.put("errors", errors());
        parts.put("happenings", happenings());
        parts.put(
                "foot",
                """
                The load generator took %.1f µs of processor time per packet and sent its packets at most %s ms late (p99 %s ms); \
                as much of each latency is its own. Seed %d.\
                """
                        .formatted(
                                result.cost().cpuMicrosPerPacket(),
                                Figures.millis(result.cost().lateness().max()),
                                Figures.millis(result.cost().lateness().p99()),
                                result.settings().seed()));
        return Template.filled(HtmlReport.class, TEMPLATE, parts);
    }

    private void header() {
        LoadSettings settings = result.settings();
        parts.put(
                "subtitle",
                HtmlText.escape(
                        "%s players in %s rooms, behaviour %s, %s s against %s:%d — %s"
                                .formatted(
                                        Figures.count(settings.players()),
                                        Figures.count(settings.rooms()),
                                        settings.behaviour().label(),
                                        Figures.plain(Math.round(result.measuredSeconds())),
                                        settings.host(),
                                        settings.port(),
                                        TIME.format(result.startedAt()))));
        boolean good = broken.isEmpty() && (limited || result.errorCount() == 0);
        String verdict = limited ? "All limits kept" : good ? "No errors" : "Errors occurred";
        parts.put("verdict", broken.isEmpty() ? verdict : "Limits broken");
        parts.put("verdictStyle", good ? "good" : "bad");
        StringBuilder lines = new StringBuilder();
        for (String line : broken) {
            lines.append("<p class=\"broken\">").append(HtmlText.escape(line)).append("</p>\n");
        }
        parts.put("broken", lines.toString());
    }

    private void tiles() {
        Tally requests = result.requests();
        double seconds = Math.max(result.measuredSeconds(), 1e-9);
        List<String> tiles = new ArrayList<>();
        tiles.add(timeTile("median latency", result.interactive().p50()));
        tiles.add(timeTile("99th percentile", result.interactive().p99()));
        tiles.add(timeTile("99.9th percentile", result.interactive().p999()));
        tiles.add(tile("packets per second", Figures.rate(result.cost().packets() / seconds), ""));
        tiles.add(
                tile(
                        "requests, %s of them lost"
                                .formatted(Figures.count(requests.of(Outcome.LOST))),
                        Figures.count(requests.sent()),
                        ""));
        tiles.add(tile("errors", Figures.count(result.errorCount()), ""));
        parts.put("tiles", String.join("\n", tiles));
    }

    private static String timeTile(String name, double millis) {
        return millis < 1000
                ? tile(name, Figures.millis(millis), "ms")
                : tile(name, Figures.millis(millis / 1000), "s");
    }

    private static String tile(String name, String value, String unit) {
        return "<div class=\"tile\"><b>%s <i>%s</i></b><small>%s</small></div>"
                .formatted(value, unit, name);
    }

    private String errors() {
        if (result.errorCount() == 0) {
            return "<p class=\"quiet\">None.</p>";
        }
        long most = result.errors().values().stream().mapToLong(Long::longValue).max().orElse(1);
        StringBuilder bars = new StringBuilder();
        result.errors().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(
                        error ->
                                bars.append(
                                        "<div class=\"bar\"><span>%s</span><span class=\"track\"><i style=\"width:%.1f%%\"></i></span><span>%s</span></div>\n"
                                                .formatted(
                                                        HtmlText.escape(error.getKey()),
                                                        100.0 * error.getValue() / most,
                                                        Figures.count(error.getValue()))));
        return bars.toString();
    }

    private String happenings() {
        Map<Happening, Long> inOrder = new EnumMap<>(Happening.class);
        inOrder.putAll(result.happenings());
        StringBuilder table = new StringBuilder("<table>");
        inOrder.forEach((what, count) -> table.append(row(what.label(), count)));
        table.append(row("packets sent", result.packetsSent()));
        table.append(row("packets received", result.packetsReceived()));
        return table.append("</table>").toString();
    }

    private static String row(String name, long count) {
        return "<tr><td>%s</td><td>%s</td></tr>".formatted(name, Figures.count(count));
    }
}
