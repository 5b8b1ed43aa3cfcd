package dev.mallard.benchmarks;

import dev.mallard.benchmarks.load.LoadLoop;
import dev.mallard.benchmarks.load.LoadShape;
import dev.mallard.benchmarks.process.GatewayKind;
import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.process.SystemCalls;
import dev.mallard.benchmarks.report.Figures;
import dev.mallard.benchmarks.report.LineChart;
import dev.mallard.benchmarks.report.Table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How the cost grows with the clients, and the latency with the load. */
final class ScaleBenchmark implements Benchmark {

    private static final int[] CLIENTS = {50, 200, 1_000, 5_000};
    private static final int[] RATES = {
        2_000, 5_000, 10_000, 20_000, 30_000, 40_000, 60_000, 80_000, 100_000, 130_000, 160_000
    };
    private static final int CLIENTS_OF_RATES = 200;
    private static final String CHART = "latency-against-load.svg";

    /** Below this part of what was asked for, a gateway is saturated. */
    private static final double KEEPS_UP = 0.95;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String summary() {
        return "CPU per message at 50 to 5,000 clients, and latency against load up to saturation";
    }

    @Override
    public Outcome run(Installation home, Settings settings, Progress progress)
            throws IOException, InterruptedException {
        Map<String, LoadShape> crowds = new LinkedHashMap<>();
        for (int count : CLIENTS) {
            crowds.put("%,d clients".formatted(count), LoadShape.relay(1).withClients(count));
        }
        GatewayComparison comparison =
                new GatewayComparison(
                        "scale: requests of some of %,d connected clients, 1 in flight each"
                                .formatted(largest()),
                        crowds);
        Settings wide = settings.withClients(largest());
        Figures figures = comparison.run(home, wide, progress);
        Figures latencies = latencies(home, settings, progress);
        List<Table> tables = new ArrayList<>(List.of(comparison.table(figures, wide)));
        tables.add(latencyTable(latencies, settings));
        latencies.entries().forEach(figures::addAll);
        return new Outcome(figures, tables, Map.of(CHART, chart(latencies, settings)));
    }

    private static int largest() {
        return IntStream.of(CLIENTS).max().orElseThrow();
    }

    private static Figures latencies(Installation home, Settings settings, Progress progress)
            throws IOException, InterruptedException {
        Figures figures = new Figures();
        List<Subject> subjects = new ArrayList<>();
        try (LoadLoop loop = new LoadLoop("load")) {
            for (GatewayKind kind : settings.gateways()) {
                subjects.add(Subject.start(kind, home, loop, CLIENTS_OF_RATES));
            }
            for (Subject subject : subjects) {
                subject.warmUp(LoadShape.relay(1));
            }
            for (int rate : RATES) {
                for (Subject subject : List.copyOf(subjects)) {
                    progress.say("%,d/s, %s".formatted(rate, subject.name()));
                    subject.measure(
                            key(rate),
                            LoadShape.openLoop(rate),
                            settings,
                            SystemCalls.NONE,
                            figures);
                    double reached = figures.get(key(rate), subject.name(), Subject.RATE).median();
                    if (reached < KEEPS_UP * rate) {
                        // The next load would say no more.
                        subjects.remove(subject);
                        subject.close();
                    }
                }
            }
        } finally {
            subjects.forEach(Subject::close);
        }
        return figures;
    }

    private static String key(int rate) {
        return "%,d/s".formatted(rate);
    }

    private static Table latencyTable(Figures figures, Settings settings) {
        Table table =
                new Table(
                        "latency against load: requests at a fixed rate, %d clients"
                                .formatted(CLIENTS_OF_RATES),
                        "asked for, gateway",
                        "answered/s",
                        "p50 us",
                        "p99 us",
                        "processors busy",
                        "CPU us/message");
        for (int rate : RATES) {
            for (GatewayKind kind : settings.gateways()) {
                String name = kind.label();
                if (figures.get(key(rate), name, Subject.RATE).values().isEmpty()) {
                    continue;
                }
                table.add(
                        key(rate) + ", " + name,
                        figures.get(key(rate), name, Subject.RATE).format(0),
                        figures.get(key(rate), name, Subject.P50).format(0),
                        figures.get(key(rate), name, Subject.P99).format(0),
                        figures.get(key(rate), name, Subject.BUSY).format(2),
                        figures.get(key(rate), name, Subject.CPU).format(1));
            }
        }
        return table;
    }

    private static LineChart chart(Figures figures, Settings settings) {
        LineChart chart = new LineChart("requests per second", "microseconds");
        for (GatewayKind kind : settings.gateways()) {
            for (String percentile : List.of(Subject.P50, Subject.P99)) {
                List<LineChart.Point> points = new ArrayList<>();
                for (int rate : RATES) {
                    double latency = figures.get(key(rate), kind.label(), percentile).median();
                    if (!Double.isNaN(latency)) {
                        points.add(new LineChart.Point(rate, latency));
                    }
                }
                chart.add(kind.label() + " " + percentile.substring(0, 3), points);
            }
        }
        return chart;
    }
}
