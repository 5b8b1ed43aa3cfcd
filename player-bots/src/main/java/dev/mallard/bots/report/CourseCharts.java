package dev.mallard.bots.report;

import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The charts of a report that show how a run went. */
public final class CourseCharts {

    private static final List<String> ERROR_STYLES = List.of("c", "b", "e", "d");

    private final List<Sample> samples;
    private final List<Double> seconds;
    private final double measuredFrom;
    private final double lastMeasured;

    public CourseCharts(LoadResult result) {
        this.samples = result.samples();
        this.seconds = samples.stream().map(Sample::second).toList();
        this.measuredFrom =
                samples.stream()
                        .filter(sample -> !sample.measured())
                        .filter(sample -> precedesMeasured(sample.second()))
                        .mapToDouble(Sample::second)
                        .max()
                        .orElse(0);
        this.lastMeasured =
                samples.stream()
                        .filter(Sample::measured)
                        .mapToDouble(Sample::second)
                        .max()
                        .orElse(Double.MAX_VALUE);
    }

    /** Errors in each interval, of those identifiers that are most frequent. */
    private void errors(Map<String, String> parts) {
        Map<String, Long> totals = samples.isEmpty() ? Map.of() : samples.getLast().errors();
        if (totals.isEmpty()) {
            return;
        }
        List<String> frequent =
                totals.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(ERROR_STYLES.size())
                        .map(Map.Entry::getKey)
                        .toList();
        List<Series> layers = new ArrayList<>();
        for (String identifier : frequent) {
            List<Double> counts = new ArrayList<>();
            long before = 0;
            for (Sample sample : samples) {
                long now = sample.errors().getOrDefault(identifier, 0L);
                counts.add((double) (now - before));
                before = now;
            }
            layers.add(new Series(identifier, ERROR_STYLES.get(layers.size()), counts));
        }
        parts.put(
                "errorSection",
                """
                <section>
                  <div class="head"><h2>Errors in each interval</h2><div class="legend">%s</div></div>
                  %s
                </section>
                """
                        .formatted(
                                legend(layers.reversed()),
                                Chart.layers("Errors over time", seconds, measuredFrom, layers)));
    }

    private boolean precedesMeasured(double second) {
        return samples.stream()
                .filter(Sample::measured)
                .findFirst()
                .map(first -> second < first.second())
                .orElse(false);
    }

    /** Adds charts and legends under the names that the load report uses for them. */
    public void addTo(Map<String, String> parts) {
        latency(parts);
        throughput(parts);
        players(parts);
        position(parts);
        errors(parts);
    }

    private void latency(Map<String, String> parts) {
        List<Series> lines = percentiles(Sample::interactive);
        parts.put("latencyLegend", legend(lines));
        parts.put("latencyChart", chart("Latency over time", axis(lines), lines));
    }

    private void position(Map<String, String> parts) {
        boolean any = samples.stream().anyMatch(sample -> sample.position().count() > 0);
        if (!any) {
            return;
        }
        List<Series> lines =
                List.of(
                        series("max", "c", sample -> orGap(sample.position(), Percentiles::max)),
                        series("p99", "b", sample -> orGap(sample.position(), Percentiles::p99)),
                        series("p50", "a", sample -> orGap(sample.position(), Percentiles::p50)));
        parts.put(
                "positionSection",
                """
                <section>
                  <div class="head"><h2>Steps as others see them, ms</h2><div class="legend">%s</div></div>
                  %s
                  <p class="quiet">From the step to its sight, the wait for the tick of the game included.</p>
                </section>
                """
                        .formatted(
                                legend(lines),
                                chart("Steps over time", Axis.linear(highest(lines)), lines)));
    }

    private void throughput(Map<String, String> parts) {
        List<Series> lines =
                List.of(
                        series("received", "d", sample -> rate(sample, sample.receivedPerSecond())),
                        series("sent", "a", sample -> rate(sample, sample.sentPerSecond())));
        parts.put("throughputLegend", legend(lines));
        parts.put(
                "throughputChart",
                chart("Packets per second over time", Axis.linear(highest(lines)), lines));
    }

    /** The drain at the end is too short for a rate: it is shown as a gap. */
    private double rate(Sample sample, double perSecond) {
        return sample.second() > lastMeasured ? Double.NaN : perSecond;
    }

    private void players(Map<String, String> parts) {
        List<Series> layers =
                List.of(
                        series("in a game", "a", sample -> sample.players().playing()),
                        series("in a room", "b", sample -> sample.players().room()),
                        series("in the lobby", "d", sample -> sample.players().lobby()),
                        series("not logged in", "f", sample -> sample.players().offline()));
        parts.put("playersLegend", legend(layers));
        parts.put("playersChart", Chart.layers("Players over time", seconds, measuredFrom, layers));
    }

    private List<Series> percentiles(Function<Sample, Percentiles> latency) {
        return List.of(
                series("max", "c", sample -> orGap(latency.apply(sample), Percentiles::max)),
                series("p99", "b", sample -> orGap(latency.apply(sample), Percentiles::p99)),
                series("p90", "e", sample -> orGap(latency.apply(sample), Percentiles::p90)),
                series("p50", "a", sample -> orGap(latency.apply(sample), Percentiles::p50)));
    }

    private Series series(String name, String style, ToDoubleFunction<Sample> value) {
        return new Series(
                name, style, samples.stream().map(sample -> value.applyAsDouble(sample)).toList());
    }

    private static double orGap(Percentiles latency, ToDoubleFunction<Percentiles> figure) {
        return latency.count() == 0 ? Double.NaN : figure.applyAsDouble(latency);
    }

    private String chart(String title, Axis axis, List<Series> lines) {
        return Chart.lines(title, seconds, measuredFrom, axis, lines);
    }

    private static String legend(List<Series> lines) {
        StringBuilder legend = new StringBuilder();
        for (Series line : lines.reversed()) {
            legend.append("<span class=\"%s\">%s</span>".formatted(line.style(), line.name()));
        }
        return legend.toString();
    }

    private static Axis axis(List<Series> lines) {
        double lowest =
                lines.stream()
                        .flatMap(line -> line.values().stream())
                        .filter(value -> value > 0)
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(0.1);
        return Axis.logarithmic(lowest, highest(lines));
    }

    private static double highest(List<Series> lines) {
        return lines.stream()
                .flatMap(line -> line.values().stream())
                .filter(value -> !Double.isNaN(value))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }
}
