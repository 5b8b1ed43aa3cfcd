package dev.mallard.bots.report;

import dev.mallard.bots.load.KindResult;
import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Tally;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The result of a run as a table of text. */
public final class SummaryTable {

    private static final String ROW = "%-14s %9s %9s %7s %7s %6s %6s  %8s %8s %8s %8s";

    private SummaryTable() {}

    public static String of(LoadResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(
                ROW.formatted(
                        "",
                        "sent",
                        "answered",
                        "refused",
                        "overtkn",
                        "closed",
                        "lost",
                        "p50 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "max ms"));
        for (KindResult kind : result.kinds()) {
            lines.add(row(kind.kind().label(), kind.tally(), kind.latency()));
        }
        lines.add(row("all requests", result.requests(), Percentiles.NONE));
        lines.add(row("interactive", Tally.NONE, result.interactive()));
        lines.add("");
        lines.add(
                "%s packets sent, %s received; measured %.1f s%s"
                        .formatted(
                                Figures.count(result.packetsSent()),
                                Figures.count(result.packetsReceived()),
                                result.measuredSeconds(),
                                result.everybodyIn() ? "" : ", not all players logged in"));
        Map<Happening, Long> happenings = new EnumMap<>(Happening.class);
        happenings.putAll(result.happenings());
        happenings.forEach((what, count) -> lines.add(Figures.count(count) + " " + what.label()));
        lines.add(
                "This program: %.1f us of processor time per packet, sent p99 %s ms late"
                        .formatted(
                                result.cost().cpuMicrosPerPacket(),
                                Figures.millis(result.cost().lateness().p99())));
        lines.add(result.errorCount() == 0 ? "No errors" : "Errors:");
        new TreeMap<>(result.errors())
                .forEach(
                        (identifier, count) ->
                                lines.add("  " + Figures.count(count) + " " + identifier));
        return String.join(System.lineSeparator(), lines);
    }

    private static String row(String name, Tally tally, Percentiles latency) {
        boolean requests = tally.sent() > 0;
        boolean times = latency.count() > 0;
        return ROW.formatted(
                        name,
                        requests ? Figures.count(tally.sent()) : "",
                        requests ? Figures.count(tally.of(Outcome.ANSWERED)) : "",
                        requests ? Figures.count(tally.of(Outcome.REFUSED)) : "",
                        requests ? Figures.count(tally.of(Outcome.OVERTAKEN)) : "",
                        requests ? Figures.count(tally.of(Outcome.CLOSED)) : "",
                        requests ? Figures.count(tally.of(Outcome.LOST)) : "",
                        times ? Figures.millis(latency.p50()) : "",
                        times ? Figures.millis(latency.p99()) : "",
                        times ? Figures.millis(latency.p999()) : "",
                        times ? Figures.millis(latency.max()) : "")
                .stripTrailing();
    }
}
