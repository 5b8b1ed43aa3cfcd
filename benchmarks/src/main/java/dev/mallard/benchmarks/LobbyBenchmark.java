package dev.mallard.benchmarks;

import dev.mallard.benchmarks.lobby.JdbcLoad;
import dev.mallard.benchmarks.lobby.LobbyLink;
import dev.mallard.benchmarks.lobby.OperationTimes;
import dev.mallard.benchmarks.lobby.RoomDatabase;
import dev.mallard.benchmarks.lobby.RoomOperation;
import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.process.MallardLobby;
import dev.mallard.benchmarks.process.ServerProcess;
import dev.mallard.benchmarks.report.Figures;
import dev.mallard.benchmarks.report.Table;
import dev.mallard.transport.EventLoops;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Room operations of the lobby application on PostgreSQL, against the bare statements on as many connections. */
final class LobbyBenchmark implements Benchmark {

    private static final String LOBBY = "mallard";
    private static final String JDBC = "bare-jdbc";
    private static final String FREE = "as fast as answers come";

    private static final String RATE = "operationsPerSecond";
    private static final String CPU = "cpuMicrosPerOperation";
    private static final String STATEMENTS = "statementsPerOperation";
    private static final String P50 = "p50Micros";
    private static final String P99 = "p99Micros";

    private static final int OPERATIONS_PER_SECOND = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Duration warmUp;

    LobbyBenchmark() {
        this(WARM_UP);
    }

    /**
     * @param warmUp how long the lobby works before anything is measured
     */
    LobbyBenchmark(Duration warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public String name() {
        return "lobby";
    }

    @Override
    public String summary() {
        return "room operations a second on PostgreSQL, against the bare statements";
    }

    @Override
    public Outcome run(Installation home, Settings settings, Progress progress)
            throws IOException, InterruptedException {
        Figures figures = new Figures();
        OperationTimes times = new OperationTimes();
        progress.say("starting PostgreSQL and the lobby");
        try (RoomDatabase database = RoomDatabase.start();
                ServerProcess lobby = MallardLobby.launch(home, database.url(), LobbyLink.SECRET);
                EventLoops loops = new EventLoops(1, "driver");
                JdbcLoad jdbc = new JdbcLoad(database, MallardLobby.CONNECTIONS);
                LobbyLink link =
                        new LobbyLink(
                                lobby.clientPort(), loops.loop(0), settings.clients(), times)) {
            progress.say("warming up");
            link.runFreely();
            Thread.sleep(warmUp);
            link.pause();
            jdbc.run(warmUp.dividedBy(2), new OperationTimes());
            for (int repetition = 0; repetition < settings.repetitions(); repetition++) {
                progress.say(
                        "repetition %d of %d".formatted(repetition + 1, settings.repetitions()));
                Measurement measurement = new Measurement(database, times, figures);
                link.runFreely();
                measurement.take(FREE, LOBBY, settings.window(), () -> lobby.usage().cpuMicros());
                link.pause();
                link.runAtRate(OPERATIONS_PER_SECOND);
                measurement.take(rate(), LOBBY, settings.window(), () -> lobby.usage().cpuMicros());
                link.pause();
                measurement.takeJdbc(jdbc, settings.window());
            }
        } catch (SQLException failure) {
            throw new IOException("the database failed", failure);
        }
        return Outcome.of(figures, throughput(figures, settings), latencies(figures));
    }

    private static String rate() {
        return OPERATIONS_PER_SECOND + "/s";
    }

    /** Processor time so far, microseconds. */
    private interface Cpu {

        long micros();
    }

    /** Takes figures of one repetition. */
    private record Measurement(RoomDatabase database, OperationTimes times, Figures figures) {

        void take(String load, String subject, Duration window, Cpu cpu)
                throws InterruptedException, SQLException {
            long statements = database.statements();
            times.reset();
            long cpuBefore = cpu.micros();
            long begin = System.nanoTime();
            Thread.sleep(window);
            add(load, subject, times, cpu.micros() - cpuBefore, begin);
            figures.add(
                    load,
                    subject,
                    STATEMENTS,
                    (database.statements() - statements) / (double) times.count());
        }

        void takeJdbc(JdbcLoad jdbc, Duration window) throws InterruptedException, SQLException {
            OperationTimes own = new OperationTimes();
            long statements = database.statements();
            long cpuBefore = ownCpuMicros();
            long begin = System.nanoTime();
            jdbc.run(window, own);
            add(FREE, JDBC, own, ownCpuMicros() - cpuBefore, begin);
            figures.add(
                    FREE,
                    JDBC,
                    STATEMENTS,
                    (database.statements() - statements) / (double) own.count());
        }

        private void add(
                String load, String subject, OperationTimes taken, long cpuMicros, long begin) {
            double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
            figures.add(load, subject, RATE, taken.count() / seconds);
            figures.add(load, subject, CPU, cpuMicros / (double) taken.count());
            for (RoomOperation operation : RoomOperation.values()) {
                String key = load + ", " + operation.label();
                figures.add(key, subject, P50, taken.percentileMicros(operation, 50));
                figures.add(key, subject, P99, taken.percentileMicros(operation, 99));
            }
        }

        private static long ownCpuMicros() {
            return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos()
                    / 1_000;
        }
    }

    private static Table throughput(Figures figures, Settings settings) {
        Table table =
                new Table(
                        "lobby: rooms of %d players on PostgreSQL, %d connections; %d rooms at once"
                                .formatted(
                                        RoomOperation.CREW,
                                        MallardLobby.CONNECTIONS,
                                        settings.clients()),
                        "load, who",
                        "operations/s",
                        "CPU us/operation",
                        "x bare-jdbc",
                        "statements/operation");
        addThroughput(table, figures, FREE, LOBBY);
        addThroughput(table, figures, FREE, JDBC);
        addThroughput(table, figures, rate(), LOBBY);
        return table;
    }

    private static void addThroughput(Table table, Figures figures, String load, String who) {
        table.add(
                load + ", " + who,
                figures.get(load, who, RATE).format(0),
                figures.get(load, who, CPU).format(0),
                figures.get(load, who, CPU)
                        .dividedBy(figures.get(FREE, JDBC, CPU))
                        .formatWithSpread(2),
                figures.get(load, who, STATEMENTS).format(1));
    }

    private static Table latencies(Figures figures) {
        Table table =
                new Table(
                        "lobby: milliseconds from the moment an operation is due, at "
                                + rate()
                                + ", and of the bare statements at full speed",
                        "operation",
                        "p50",
                        "p99",
                        "p50 bare-jdbc",
                        "p99 bare-jdbc");
        for (RoomOperation operation : RoomOperation.values()) {
            String slow = rate() + ", " + operation.label();
            String free = FREE + ", " + operation.label();
            table.add(
                    operation.label(),
                    figures.get(slow, LOBBY, P50).dividedBy(1_000).format(1),
                    figures.get(slow, LOBBY, P99).dividedBy(1_000).format(1),
                    figures.get(free, JDBC, P50).dividedBy(1_000).format(1),
                    figures.get(free, JDBC, P99).dividedBy(1_000).format(1));
        }
        return table;
    }
}
