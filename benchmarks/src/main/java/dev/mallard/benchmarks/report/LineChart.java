package dev.mallard.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lines over a linear axis, with a logarithmic axis upwards, as SVG. Confined to one thread. */
public final class LineChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 150;
    private static final int TOP = 20;
    private static final int BOTTOM = 50;
    private static final int MARKS = 5;
    private static final List<String> COLOURS =
            List.of("#1f77b4", "#1f77b4", "#2ca02c", "#2ca02c", "#d62728", "#d62728", "#9467bd");
    private static final List<String> DASHES = List.of("", "6 4");

    /** A value of a line. */
    public record Point(double x, double y) {}

    private record Line(String name, List<Point> points) {}

    private final String xTitle;
    private final String yTitle;
    private final List<Line> lines = new ArrayList<>();

    public LineChart(String xTitle, String yTitle) {
        this.xTitle = xTitle;
        this.yTitle = yTitle;
    }

    /** Adds a line; every second one is dashed and has the colour of the one before. */
    public void add(String name, List<Point> points) {
        lines.add(new Line(name, List.copyOf(points)));
    }

    /** Writes it to a file. */
    public void write(Path file) throws IOException {
        Files.writeString(file, toSvg());
    }

    String toSvg() {
        StringBuilder svg = new StringBuilder();
        append(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\"><rect width=\"100%%\""
                        + " height=\"100%%\" fill=\"white\"/>",
                WIDTH,
                HEIGHT);
        appendAxes(svg);
        for (int i = 0; i < lines.size(); i++) {
            appendLine(svg, i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void appendAxes(StringBuilder svg) {
        double maxX = maxX();
        for (int i = 0; i <= MARKS; i++) {
            double value = maxX * i / MARKS;
            append(
                    svg,
                    "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>",
                    x(value),
                    HEIGHT - BOTTOM + 18,
                    value);
        }
        for (double value = minY(); value <= maxY(); value *= 10) {
            append(
                    svg,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y(value),
                    y(value));
            append(
                    svg,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,.0f</text>",
                    LEFT - 8,
                    y(value) + 4,
                    value);
        }
        append(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT - 10,
                xTitle);
        append(
                svg,
                "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2,
                yTitle);
    }

    private void appendLine(StringBuilder svg, int index) {
        Line line = lines.get(index);
        String colour = COLOURS.get(index % COLOURS.size());
        String dashes = DASHES.get(index % DASHES.size());
        StringBuilder points = new StringBuilder();
        for (Point point : line.points()) {
            append(points, "%.1f,%.1f ", x(point.x()), y(point.y()));
        }
        append(
                svg,
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\""
                        + " points=\"%s\"/>",
                colour,
                dashes,
                points.toString().strip());
        int legend = TOP + 16 * (index + 1);
        append(
                svg,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\""
                        + " stroke-dasharray=\"%s\"/>",
                WIDTH - RIGHT + 10,
                WIDTH - RIGHT + 40,
                legend,
                legend,
                colour,
                dashes);
        append(
                svg,
                "<text x=\"%d\" y=\"%d\">%s</text>",
                WIDTH - RIGHT + 46,
                legend + 4,
                line.name());
    }

    private double maxX() {
        return points().mapToDouble(Point::x).max().orElse(1);
    }

    /** The power of ten below everything. */
    private double minY() {
        double least = points().mapToDouble(Point::y).min().orElse(1);
        return Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
    }

    /** The power of ten above everything. */
    private double maxY() {
        double most = points().mapToDouble(Point::y).max().orElse(1);
        return Math.max(10 * minY(), Math.pow(10, Math.ceil(Math.log10(Math.max(1, most)))));
    }

    private Stream<Point> points() {
        return lines.stream().flatMap(line -> line.points().stream());
    }

    private double x(double value) {
        return LEFT + value / maxX() * (WIDTH - RIGHT - LEFT);
    }

    private double y(double value) {
        double part = Math.log10(Math.max(1, value) / minY()) / Math.log10(maxY() / minY());
        return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
    }

    private static void append(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
