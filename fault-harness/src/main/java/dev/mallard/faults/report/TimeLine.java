package dev.mallard.faults.report;

import dev.mallard.bots.report.HtmlText;
import dev.mallard.faults.run.FaultOutcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The faults over time as SVG, as wide as the charts of the load report and with the same time below each other: a bar
 * as long as each fault, a lighter one until everything worked again, and a pale one until what was killed was back.
 */
final class TimeLine {

    private static final int WIDTH = 1000;
    private static final int LEFT = 56;
    private static final int RIGHT = 12;
    private static final int LANE = 26;
    private static final double CHARACTER = 6.3;
    private static final double NARROWEST = 3;

    private final double offset;
    private final double first;
    private final double last;
    private final List<Double> laneEnds = new ArrayList<>();
    private final StringBuilder bars = new StringBuilder();

    private TimeLine(double offset, double first, double last) {
        this.offset = offset;
        this.first = first;
        this.last = Math.max(last, first + 1);
    }

    /**
     * @param offset second of the charts at which the time of the faults begins
     * @param first second of the charts at their left end
     * @param last second at their right end
     */
    static String of(List<FaultOutcome> outcomes, double offset, double first, double last) {
        TimeLine line = new TimeLine(offset, first, last);
        outcomes.forEach(line::add);
        int height = LANE * Math.max(1, line.laneEnds.size()) + 6;
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Faults over time\">%s</svg>"
                .formatted(WIDTH, height, line.bars);
    }

    private void add(FaultOutcome outcome) {
        Double recovered = outcome.recovered();
        boolean fromBegin = outcome.fault().length().isZero();
        double from = x(outcome.begin());
        double until = Math.max(x(fromBegin ? outcome.begin() : outcome.end()), from + NARROWEST);
        double healthy =
                recovered == null
                        ? until
                        : x((fromBegin ? outcome.begin() : outcome.end()) + recovered);
        double back = Math.max(x(outcome.end()), Math.max(until, healthy));
        String label = outcome.fault().text();
        double textWidth = label.length() * CHARACTER;
        boolean leftward = from + textWidth > WIDTH - RIGHT;
        double textAt = leftward ? back : from;
        double occupiedFrom = leftward ? textAt - textWidth : from;
        int lane = lane(occupiedFrom, Math.max(back, from + textWidth) + 8);
        int top = LANE * lane + 4;
        rectangle("away", from, back, top + 13);
        rectangle("fault" + (recovered == null ? " lost" : ""), from, until, top + 13);
        if (healthy > until) {
            rectangle("healing", until, healthy, top + 13);
        }
        bars.append(
                String.format(
                        Locale.ROOT,
                        "<text class=\"label%s\" x=\"%.1f\" y=\"%d\">%s</text>",
                        leftward ? " end" : "",
                        textAt,
                        top + 10,
                        HtmlText.escape(label)));
    }

    private void rectangle(String style, double from, double to, int top) {
        bars.append(
                String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"7\""
                                + " rx=\"2\"/>",
                        style,
                        from,
                        top,
                        Math.max(to - from, 1)));
    }

    /** The first lane that is free from there on. */
    private int lane(double from, double to) {
        for (int lane = 0; lane < laneEnds.size(); lane++) {
            if (laneEnds.get(lane) <= from) {
                laneEnds.set(lane, to);
                return lane;
            }
        }
        laneEnds.add(to);
        return laneEnds.size() - 1;
    }

    private double x(double second) {
        double share = (second + offset - first) / (last - first);
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.clamp(share, 0, 1);
    }
}
