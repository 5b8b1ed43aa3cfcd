package dev.mallard.benchmarks;

import dev.mallard.benchmarks.load.LoadLoop;
import dev.mallard.benchmarks.load.Storm;
import dev.mallard.benchmarks.process.FileLimit;
import dev.mallard.benchmarks.process.GatewayKind;
import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.process.ProcessUsage;
import dev.mallard.benchmarks.report.Figures;
import dev.mallard.benchmarks.report.Samples;
import dev.mallard.benchmarks.report.Table;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What sessions cost that do nothing, and how many connections may come at once. */
final class SessionsBenchmark implements Benchmark {

    private static final int[] COUNTS = {2_000, 5_000, 20_000};
    private static final int FIRST = 8;
    private static final int STORM_PER_SECOND = 2_000;
    private static final int STORM_SECONDS = 10;
    private static final Duration SETTLING = Duration.ofSeconds(2);

    /** Threads that have nothing to do any more end after half a minute. */
    private static final Duration THREADS_END = Duration.ofSeconds(40);

    private static final double MIB = 1024.0 * 1024;
    private static final double KIB = 1024.0;

    private static final String RESIDENT = "residentMiB";
    private static final String PER_SESSION = "residentKiBPerSession";
    private static final String THREADS = "threads";
    private static final String LOGINS = "loginsPerSecond";
    private static final String STORM = "storm";
    private static final String IDLE_THREADS = "threads when idle: ";

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public String summary() {
        return "memory and threads of 2,000 to 20,000 idle sessions, and a storm of connections";
    }

    @Override
    public Outcome run(Installation home, Settings settings, Progress progress)
            throws IOException, InterruptedException {
        Figures figures = new Figures();
        for (int repetition = 0; repetition < settings.repetitions(); repetition++) {
            progress.say("repetition %d of %d".formatted(repetition + 1, settings.repetitions()));
            measure(home, figures, progress);
        }
        return Outcome.of(figures, idleTable(figures), threadTable(figures), stormTable(figures));
    }

    private static List<Integer> counts() {
        List<Integer> counts = new ArrayList<>();
        for (int count : COUNTS) {
            counts.add(Math.min(count, FileLimit.connections()));
        }
        return counts.stream().distinct().toList();
    }

    private static void measure(Installation home, Figures figures, Progress progress)
            throws IOException, InterruptedException {
        String name = GatewayKind.MALLARD.label();
        try (LoadLoop loop = new LoadLoop("load");
                Subject subject = Subject.start(GatewayKind.MALLARD, home, loop, FIRST)) {
            storm(loop, subject, figures, progress);
            ProcessUsage empty = idle(subject);
            add(figures, 0, name, empty);
            for (int count : counts()) {
                int before = subject.size();
                long begin = System.nanoTime();
                subject.grow(count);
                double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
                ProcessUsage usage = idle(subject);
                progress.say("%,d sessions: %s".formatted(count, usage));
                add(figures, count, name, usage);
                figures.add(key(count), name, LOGINS, (count - before) / seconds);
                figures.add(
                        key(count),
                        name,
                        PER_SESSION,
                        (usage.residentBytes() - empty.residentBytes()) / KIB / count);
            }
            progress.say("waiting until idle threads end");
            Thread.sleep(THREADS_END);
            subject.threads()
                    .forEach(
                            (purpose, threads) ->
                                    figures.add(IDLE_THREADS + purpose, name, THREADS, threads));
        }
    }

    private static ProcessUsage idle(Subject subject) throws IOException, InterruptedException {
        Thread.sleep(SETTLING);
        subject.collectGarbage();
        Thread.sleep(SETTLING);
        return subject.usage();
    }

    private static void storm(LoadLoop loop, Subject subject, Figures figures, Progress progress)
            throws InterruptedException {
        int mostOpen = FileLimit.connections() / 2;
        Storm.Result result =
                new Storm(loop, subject.port(), STORM_PER_SECOND, STORM_SECONDS, mostOpen).run();
        progress.say(result.toString());
        figures.add(STORM, "mallard", "attempted", result.attempted());
        figures.add(STORM, "mallard", "served", result.served());
        figures.add(STORM, "mallard", "refused", result.refused());
        figures.add(STORM, "mallard", "lost", result.lost());
        figures.add(STORM, "mallard", "p50Millis", result.p50Millis());
        figures.add(STORM, "mallard", "p99Millis", result.p99Millis());
    }

    private static void add(Figures figures, int count, String name, ProcessUsage usage) {
        figures.add(key(count), name, RESIDENT, usage.residentBytes() / MIB);
        figures.add(key(count), name, THREADS, usage.threads());
    }

    private static String key(int count) {
        return "%,d".formatted(count);
    }

    private static Table idleTable(Figures figures) {
        Table table =
                new Table(
                        "sessions: logged in and idle, after a garbage collection",
                        "sessions",
                        "resident MiB",
                        "KiB per session",
                        "threads",
                        "logins/s before");
        String name = GatewayKind.MALLARD.label();
        List<Integer> rows = new ArrayList<>(List.of(0));
        rows.addAll(counts());
        for (int count : rows) {
            table.add(
                    key(count),
                    figures.get(key(count), name, RESIDENT).format(0),
                    figures.get(key(count), name, PER_SESSION).format(1),
                    figures.get(key(count), name, THREADS).format(0),
                    figures.get(key(count), name, LOGINS).format(0));
        }
        return table;
    }

    private static Table threadTable(Figures figures) {
        Table table =
                new Table(
                        "threads: with all these sessions, %d s after the last login"
                                .formatted(THREADS_END.toSeconds()),
                        "purpose",
                        "threads");
        double sum = 0;
        for (Figures.Entry entry : figures.entries()) {
            String load = entry.key().load();
            if (load.startsWith(IDLE_THREADS)) {
                Samples threads = new Samples(entry.values());
                sum += threads.median();
                table.add(load.substring(IDLE_THREADS.length()), threads.format(0));
            }
        }
        table.add("all", "%.0f".formatted(sum));
        return table;
    }

    private static Table stormTable(Figures figures) {
        Table table =
                new Table(
                        "storm: %,d connections a second for %d s, each with one packet that is answered"
                                .formatted(STORM_PER_SECOND, STORM_SECONDS),
                        "gateway",
                        "attempted",
                        "served",
                        "refused",
                        "closed by the gateway",
                        "p50 ms",
                        "p99 ms");
        String name = GatewayKind.MALLARD.label();
        table.add(
                name,
                figures.get(STORM, name, "attempted").format(0),
                figures.get(STORM, name, "served").format(0),
                figures.get(STORM, name, "refused").format(0),
                figures.get(STORM, name, "lost").format(0),
                figures.get(STORM, name, "p50Millis").format(1),
                figures.get(STORM, name, "p99Millis").format(1));
        return table;
    }
}
