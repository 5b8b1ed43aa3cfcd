package dev.mallard.bots.report;

import dev.mallard.bots.load.KindResult;
import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Tally;

/** The table of a report that has a row for each kind of request and of packet to others. */
public final class KindTable {

    private static final String HEAD =
            """
            <table><tr><th></th><th>sent</th><th>answered</th><th>refused</th><th>overtaken</th><th>closed</th><th>lost</th>\
            <th>samples</th><th>p50</th><th>p90</th><th>p99</th><th>p99.9</th><th>max</th></tr>
            """;

    private KindTable() {}

    public static String of(LoadResult result) {
        StringBuilder table = new StringBuilder(HEAD);
        for (KindResult kind : result.kinds()) {
            table.append("<tr><td title=\"%s\">".formatted(kind.kind().meaning()))
                    .append(kind.kind().label())
                    .append("</td>");
            tally(kind.tally(), table);
            latency(kind.latency(), table);
            table.append("</tr>\n");
        }
        table.append(
                "<tr class=\"sum\"><td title=\"of all requests; of everything that waits for"
                        + " nothing but the services\">all</td>");
        tally(result.requests(), table);
        latency(result.interactive(), table);
        return table.append("</tr></table>").toString();
    }

    private static void tally(Tally tally, StringBuilder table) {
        if (tally.sent() == 0) {
            table.append("<td></td>".repeat(1 + Outcome.values().length));
            return;
        }
        cell(Figures.count(tally.sent()), "", table);
        for (Outcome outcome : Outcome.values()) {
            long count = tally.of(outcome);
            boolean bad = count > 0 && (outcome == Outcome.LOST || outcome == Outcome.CLOSED);
            cell(Figures.count(count), bad ? "bad" : count == 0 ? "nil" : "", table);
        }
    }

    private static void latency(Percentiles latency, StringBuilder table) {
        if (latency.count() == 0) {
            table.append("<td></td>".repeat(6));
            return;
        }
        cell(Figures.count(latency.count()), "", table);
        cell(Figures.millis(latency.p50()), "", table);
        cell(Figures.millis(latency.p90()), "", table);
        cell(Figures.millis(latency.p99()), "", table);
        cell(Figures.millis(latency.p999()), "", table);
        cell(Figures.millis(latency.max()), "", table);
    }

    private static void cell(String text, String style, StringBuilder table) {
        table.append(style.isEmpty() ? "<td>" : "<td class=\"" + style + "\">")
                .append(text)
                .append("</td>");
    }
}
