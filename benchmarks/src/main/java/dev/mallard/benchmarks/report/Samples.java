package dev.mallard.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One figure, taken once in each repetition.
 *
 * @param values in the order of the repetitions
 */
public record Samples(List<Double> values) {

    public Samples {
        values = List.copyOf(values);
    }

    public double median() {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** What is left of these if each is divided by the other one of its repetition. */
    public Samples dividedBy(Samples other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return new Samples(ratios);
    }

    /** The same in another unit. */
    public Samples dividedBy(double unit) {
        return new Samples(values.stream().map(value -> value / unit).toList());
    }

    /** The median alone, or a dash if nothing was measured. */
    public String format(int digits) {
        return values.isEmpty() ? "-" : number(median(), digits);
    }

    /** The median with the smallest and the greatest value, or a dash if nothing was measured. */
    public String formatWithSpread(int digits) {
        if (values.isEmpty()) {
            return "-";
        }
        double[] sorted = sorted();
        return "%s (%s-%s)"
                .formatted(
                        number(median(), digits),
                        number(sorted[0], digits),
                        number(sorted[sorted.length - 1], digits));
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
