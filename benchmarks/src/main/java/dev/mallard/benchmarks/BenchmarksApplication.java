package dev.mallard.benchmarks;

import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.report.Document;
import dev.mallard.benchmarks.report.LineChart;
import dev.mallard.benchmarks.report.Machine;
import dev.mallard.benchmarks.report.Report;
import dev.mallard.benchmarks.report.Table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs benchmarks by name, prints their tables and keeps their figures as JSON. */
public final class BenchmarksApplication {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private static final List<Benchmark> ALL =
            List.of(
                    new RelayBenchmark(),
                    new FanOutBenchmark(),
                    new SessionsBenchmark(),
                    new ScaleBenchmark(),
                    new LobbyBenchmark());

    private BenchmarksApplication() {}

    /** See {@link #usage}. The system property {@code mallard.home} names the root of the project. */
    public static void main(String[] arguments) {
        System.exit(run(Path.of(System.getProperty("mallard.home", ".")), arguments));
    }

    private static int run(Path home, String... arguments) {
        CommandLine line;
        List<Benchmark> chosen;
        try {
            line = CommandLine.parse(home.resolve("run").resolve("bench"), arguments);
            chosen = choose(line.benchmarks());
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage() + ". ./mallard bench help explains.");
            return USAGE;
        }
        if (line.help()) {
            System.out.print(usage());
            return 0;
        }
        try {
            Files.createDirectories(line.output());
            Installation installation =
                    new Installation(
                            home.toAbsolutePath().normalize(),
                            line.output(),
                            line.otherJar(),
                            line.otherOptions());
            System.out.println(Machine.here());
            for (Benchmark benchmark : chosen) {
                run(benchmark, installation, line);
            }
            return 0;
        } catch (IOException | RuntimeException failure) {
            System.err.println("bench: " + explain(failure));
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static String explain(Throwable failure) {
        Throwable cause = failure.getCause();
        String message = String.valueOf(failure.getMessage());
        return cause == null ? message : message + ": " + explain(cause);
    }

    private static void run(Benchmark benchmark, Installation home, CommandLine line)
            throws IOException, InterruptedException {
        Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Machine machine = Machine.here();
        Benchmark.Outcome outcome = benchmark.run(home, line.settings(), new Progress());
        for (Table table : outcome.tables()) {
            System.out.println();
            System.out.print(table.toText());
        }
        write(outcome.charts(), line.output());
        Path into = line.into();
        if (into != null) {
            new Document(into).replace(benchmark.name(), markdown(outcome, started, machine));
            write(outcome.charts(), into.resolveSibling(""));
        }
        Path file = line.output().resolve(benchmark.name() + ".json");
        new Report(
                        benchmark.name(),
                        started,
                        machine,
                        line.settings().toString(),
                        outcome.figures().entries())
                .write(file);
        System.err.println("figures: " + file);
    }

    private static void write(Map<String, LineChart> charts, Path directory) throws IOException {
        for (var chart : charts.entrySet()) {
            chart.getValue().write(directory.resolve(chart.getKey()));
        }
    }

    private static String markdown(Benchmark.Outcome outcome, Instant started, Machine machine) {
        StringBuilder text = new StringBuilder("%s, %s.%n".formatted(started, machine));
        outcome.tables().forEach(table -> text.append('\n').append(table.toMarkdown()));
        outcome.charts()
                .keySet()
                .forEach(file -> text.append("\n![%s](%s)\n".formatted(file, file)));
        return text.toString();
    }

    private static List<Benchmark> choose(List<String> names) {
        return names.isEmpty() ? ALL : names.stream().map(BenchmarksApplication::find).toList();
    }

    private static Benchmark find(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no benchmark is called " + name));
    }

    private static String usage() {
        String benchmarks =
                ALL.stream()
                        .map(each -> "  %-10s %s%n".formatted(each.name(), each.summary()))
                        .collect(Collectors.joining());
        return """
        Usage: ./mallard bench [name]... [option]...

        Measures on this machine, each benchmark against yardsticks in the same run. Without a name, all:
        %s  ticks      whether a game service ticks thousands of live games in time; has options of its own,
                     --games=2000 --players=4 --seconds=60
          jmh        single classes, with JMH; what follows goes to JMH

          --repetitions 5    how often everything is measured; tables show the median and the spread
          --seconds 2        how long one figure is measured
          --clients 200      number of clients, where the benchmark does not vary it
          --gateways mallard,bare-netty,node
                             what is compared; there is also "other":
          --other-jar FILE --other-options "OPTIONS OF THE JVM"
                             another build of the gateway, or this one with other options
          --loads TEXT       only loads whose names contain this
          --into FILE        put the tables into a Markdown document, such as docs/performance.md
          --output run/bench directory for the JSON files and the logs of the gateways

        The figure to trust is the ratio of CPU time per message: it is formed within one repetition,
        in which the gateways take turns. Other work on the machine makes all figures worse, and the
        ratios less certain: look at the spread.
        """
                .formatted(benchmarks);
    }
}
