package dev.mallard.bots.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The vertical axis of a chart.
 *
 * @param low value at the bottom; above 0 on a logarithmic axis
 * @param high value at the top, above {@code low}
 * @param logarithmic whether equal distances are equal ratios
 * @param ticks values that have a line and a label, from low to high
 */
public record Axis(double low, double high, boolean logarithmic, List<Double> ticks) {

    private static final int MOST_TICKS = 5;

    /** From 0 to a round number that is not below the highest value. */
    public static Axis linear(double highest) {
        double top = highest > 0 ? highest : 1;
        double step = roundUp(top / (MOST_TICKS - 1));
        List<Double> ticks = new ArrayList<>();
        double last = 0;
        for (int i = 0; last < top - step * 1e-9 || i < 2; i++) {
            last = i * step;
            ticks.add(last);
        }
        return new Axis(0, last, false, ticks);
    }

    /** In whole decades around the values, at least one. */
    public static Axis logarithmic(double lowest, double highest) {
        double bottom = Math.floor(Math.log10(Math.max(lowest, 1e-3)) + 1e-9);
        double top = Math.ceil(Math.log10(Math.max(highest, 1e-3)) - 1e-9);
        top = Math.max(top, bottom + 1);
        List<Double> ticks = new ArrayList<>();
        for (double decade = bottom; decade <= top; decade++) {
            ticks.add(Math.pow(10, decade));
        }
        return new Axis(Math.pow(10, bottom), Math.pow(10, top), true, ticks);
    }

    /** The place of a value from 0, the bottom, to 1, the top; values beyond are at the edge. */
    double place(double value) {
        double share =
                logarithmic
                        ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                        : (value - low) / (high - low);
        return Math.clamp(share, 0, 1);
    }

    /** The next number of the form 1, 2 or 5 times a power of ten. */
    public static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / power;
        double rounded = digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10;
        return rounded * power;
    }
}
