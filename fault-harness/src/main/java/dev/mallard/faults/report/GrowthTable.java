package dev.mallard.faults.report;

import dev.mallard.bots.report.HtmlText;
import dev.mallard.faults.soak.Growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How what a soak watches has gone, as text and as a section of a page. */
final class GrowthTable {

    private static final double PERCENT = 100;

    private GrowthTable() {}

    static List<String> lines(List<Growth> growths) {
        List<String> lines = new ArrayList<>();
        if (growths.isEmpty()) {
            return lines;
        }
        lines.add(
                "%-30s %-38s %12s %12s %9s %12s"
                        .formatted(
                                "Growth, at rest",
                                "",
                                "warmed up",
                                "at the end",
                                "change",
                                "per hour"));
        for (Growth growth : growths) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-30s %-38s %12.0f %12.0f %8.1f%% %12.1f %s",
                            growth.of(),
                            growth.measure().label(),
                            growth.first(),
                            growth.last(),
                            PERCENT * growth.change(),
                            growth.perHour(),
                            remark(growth)));
        }
        return lines;
    }

    private static String remark(Growth growth) {
        return growth.tooMuch() ? "TOO MUCH" : growth.judged() ? "" : "(not judged)";
    }

    static String section(List<Growth> growths) {
        if (growths.isEmpty()) {
            return "";
        }
        StringBuilder table =
                new StringBuilder(
                        """
                        <section><h2>Growth, while all players rest</h2><div class="scroll">
                        <table><tr><th></th><th></th><th>warmed up</th><th>at the end</th><th>change</th><th>per hour</th><th></th></tr>
                        """);
        for (Growth growth : growths) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "<tr><td>%s</td><td>%s</td><td>%,.0f</td><td>%,.0f</td><td"
                                    + " class=\"%s\">%.1f %%</td><td>%,.1f</td><td>%s</td></tr>%n",
                            HtmlText.escape(growth.of()),
                            growth.measure().label(),
                            growth.first(),
                            growth.last(),
                            growth.tooMuch() ? "bad" : "",
                            PERCENT * growth.change(),
                            growth.perHour(),
                            growth.judged() ? "" : "not judged"));
        }
        return table.append("</table></div></section>").toString();
    }
}
