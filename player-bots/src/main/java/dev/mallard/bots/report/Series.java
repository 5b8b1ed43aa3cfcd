package dev.mallard.bots.report;

import java.util.List;

/**
 * One line, or one layer, of a chart.
 *
 * @param name in the legend
 * @param style its class in the style sheet, which gives it its colour
 * @param values one for each point in time; NaN leaves a gap
 */
public record Series(String name, String style, List<Double> values) {

    public Series {
        values = List.copyOf(values);
    }
}
