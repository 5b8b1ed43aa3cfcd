package dev.mallard.bots.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart over time as SVG, for a page that has the style sheet of the report. Lines, or layers that are
 * stacked on each other.
 */
public final class Chart {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 240;
    private static final int LEFT = 56;
    private static final int RIGHT = 12;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int TIME_LABELS = 10;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double LONG_RUN = 300;

    private final List<Double> seconds;
    private final Axis axis;
    private final double measuredFrom;
    private final String title;
    private final boolean noted;
    private final StringBuilder svg = new StringBuilder(8192);

    private Chart(
            String title, List<Double> seconds, double measuredFrom, Axis axis, boolean noted) {
        this.title = title;
        this.noted = noted;
        this.seconds = seconds;
        this.measuredFrom = measuredFrom;
        this.axis = axis;
    }

    /**
     * @param measuredFrom second up to which the chart is shaded, because it does not count yet
     */
    public static String lines(
            String title,
            List<Double> seconds,
            double measuredFrom,
            Axis axis,
            List<Series> series) {
        Chart chart = new Chart(title, seconds, measuredFrom, axis, true);
        chart.begin();
        for (Series line : series) {
            chart.line(line);
        }
        return chart.end();
    }

    /** The first series is at the bottom. */
    public static String layers(
            String title, List<Double> seconds, double measuredFrom, List<Series> series) {
        List<List<Double>> tops = new ArrayList<>();
        List<Double> sum = seconds.stream().map(second -> 0.0).toList();
        for (Series layer : series) {
            List<Double> top = new ArrayList<>();
            for (int i = 0; i < sum.size(); i++) {
                top.add(sum.get(i) + layer.values().get(i));
            }
            tops.add(top);
            sum = top;
        }
        double highest = sum.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        Chart chart = new Chart(title, seconds, measuredFrom, Axis.linear(highest), false);
        chart.begin();
        for (int i = series.size() - 1; i >= 0; i--) {
            chart.layer(series.get(i), tops.get(i));
        }
        return chart.end();
    }

    private void begin() {
        append(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH, HEIGHT, HtmlText.escape(title));
        if (measuredFrom > first()) {
            append(
                    "<rect class=\"ramp\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                    LEFT, TOP, x(measuredFrom) - LEFT, HEIGHT - TOP - BOTTOM);
            if (noted && x(measuredFrom) - LEFT > 90) {
                append(
                        "<text class=\"note\" x=\"%d\" y=\"%d\">players log in</text>",
                        LEFT + 8, TOP + 16);
            }
        }
        for (double tick : axis.ticks()) {
            double y = y(tick);
            append(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, WIDTH - RIGHT, y, y);
            append(
                    "<text class=\"label end\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT - 8, y + 4, Figures.plain(tick));
        }
        boolean minutes = last() > LONG_RUN;
        double unit = minutes ? SECONDS_PER_MINUTE : 1;
        double span = Math.max(last() - first(), 1) / unit;
        double step = unit * Math.max(1, Axis.roundUp(span / TIME_LABELS));
        for (double second = Math.ceil(first() / step) * step; second <= last(); second += step) {
            append(
                    "<text class=\"label middle\" x=\"%.1f\" y=\"%d\">%s %s</text>",
                    x(second), HEIGHT - 8, Figures.plain(second / unit), minutes ? "min" : "s");
        }
    }

    private void line(Series series) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < seconds.size(); i++) {
            double value = series.values().get(i);
            if (Double.isNaN(value)) {
                pen = false;
                continue;
            }
            path.append(point(pen ? 'L' : 'M', x(seconds.get(i)), y(value)));
            pen = true;
        }
        append("<path class=\"line %s\" d=\"%s\"/>", series.style(), path);
    }

    private void layer(Series series, List<Double> top) {
        if (seconds.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder(point('M', x(first()), y(0)));
        for (int i = 0; i < seconds.size(); i++) {
            path.append(point('L', x(seconds.get(i)), y(top.get(i))));
        }
        path.append(point('L', x(last()), y(0))).append('Z');
        append("<path class=\"layer %s\" d=\"%s\"/>", series.style(), path);
    }

    private String end() {
        return svg.append("</svg>").toString();
    }

    private double first() {
        return seconds.isEmpty() ? 0 : seconds.getFirst();
    }

    private double last() {
        return seconds.isEmpty() ? 1 : seconds.getLast();
    }

    private double x(double second) {
        double span = Math.max(last() - first(), 1e-9);
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.clamp((second - first()) / span, 0, 1);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * axis.place(value);
    }

    private static String point(char command, double x, double y) {
        return String.format(Locale.ROOT, "%c%.1f %.1f", command, x, y);
    }

    private void append(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
