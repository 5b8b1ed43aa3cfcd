package dev.mallard.faults.check;

import dev.mallard.faults.cluster.Instance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What a service shows to Prometheus.
 *
 * @param text the page; empty if there was no answer
 */
public record MetricsPage(String text) {

    /**
     * The sum of the series of a metric; nothing if there is none.
     *
     * @param labels what its labels have to contain, such as {@code state="UP"}
     */
    public OptionalDouble sum(String metric, String... labels) {
        double[] values =
                text.lines()
                        .filter(line -> line.startsWith(metric))
                        .filter(line -> " {".indexOf(line.charAt(metric.length())) >= 0)
                        .filter(line -> Stream.of(labels).allMatch(line::contains))
                        .flatMapToDouble(line -> DoubleStream.of(Double.parseDouble(value(line))))
                        .toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(DoubleStream.of(values).sum());
    }

    /** Lines that should not be there: values that are no numbers, and counts below 0. */
    public List<String> oddities() {
        List<String> odd = new ArrayList<>();
        if (text.isEmpty()) {
            odd.add("there is no page of metrics");
        }
        text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .filter(line -> line.startsWith("mallard_"))
                .filter(line -> !sane(value(line)))
                .forEach(odd::add);
        return odd;
    }

    /** The page of an instance as it is now. */
    public static MetricsPage of(Instance instance) throws InterruptedException {
        return new MetricsPage(instance.page("/actuator/prometheus").orElse(""));
    }

    private static boolean sane(String value) {
        try {
            return value.equals("NaN") || Double.parseDouble(value) >= 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static String value(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
