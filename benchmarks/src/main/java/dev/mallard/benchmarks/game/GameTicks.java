package dev.mallard.benchmarks.game;

import dev.mallard.benchmarks.report.Samples;
import dev.mallard.transport.EventLoops;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures whether the game service ticks its games in time: many live games whose players all walk and
 * sometimes hit a monster, on this machine, which the driver shares. Prints a table and writes the figures
 * as JSON. With a Redis, it measures without and with it in turns, and says what keeping the games costs.
 */
public final class GameTicks {

    private final GameLoad load;
    private final PrintStream out;

    private GameTicks(GameLoad load, PrintStream out) {
        this.load = load;
        this.out = out;
    }

    /** Ends with 0 if the ticks were in time, 1 if not, 2 for wrong options. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        GameLoad load;
        try {
            load = GameLoad.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(GameLoad.USAGE);
            System.exit(2);
            return;
        }
        System.exit(new GameTicks(load, System.out).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        boolean good = true;
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int repetition = 0; repetition < load.repetitions(); repetition++) {
            if (!load.redis().isEmpty()) {
                out.println("Without Redis");
            }
            TickFigures alone = measure(load.withoutRedis());
            without.add(alone.cpuMicrosPerGameAndSecond());
            good &= alone.good();
            if (!load.redis().isEmpty()) {
                out.println("With all games kept in Redis");
                TickFigures kept = measure(load);
                with.add(kept.cpuMicrosPerGameAndSecond());
                good &= kept.good();
            }
        }
        compare(new Samples(without), new Samples(with));
        return good;
    }

    /** Medians, with the smallest and the greatest; the ratio within each repetition. */
    private void compare(Samples without, Samples with) {
        out.printf(
                "CPU time of the service per game and second, us: %s%n",
                without.formatWithSpread(1));
        if (!load.redis().isEmpty()) {
            out.printf(
                    "with Redis: %s, times %s%n",
                    with.formatWithSpread(1), with.dividedBy(without).formatWithSpread(2));
        }
    }

    private TickFigures measure(GameLoad load) throws IOException, InterruptedException {
        List<LinkDriver> drivers = new ArrayList<>();
        Files.createDirectories(load.json().toAbsolutePath().getParent());
        try (GameServiceProcess service = GameServiceProcess.start(load);
                EventLoops loops = new EventLoops(1, "driver")) {
            long emptyHeap = service.liveHeapBytes();
            connect(load, service, loops, drivers);
            long bytesPerGame = (service.liveHeapBytes() - emptyHeap) / load.games();
            TickFigures figures = measure(load, service, drivers, bytesPerGame);
            out.println(figures.table());
            Files.writeString(load.json(), figures.json());
            out.println(
                    "p99 within 20 ms and no tick left out: " + (figures.good() ? "yes" : "NO"));
            return figures;
        } finally {
            drivers.forEach(LinkDriver::close);
        }
    }

    private void connect(
            GameLoad load, GameServiceProcess service, EventLoops loops, List<LinkDriver> drivers)
            throws InterruptedException {
        int next = 1;
        for (int link = 0; link < load.links(); link++) {
            int games = (load.games() + link) / load.links();
            PlayedGames played = new PlayedGames(next, games, load.players());
            drivers.add(new LinkDriver(service.linkPort(), link, loops.loop(0), played));
            next += games;
        }
        for (LinkDriver driver : drivers) {
            driver.prepare();
        }
        out.println(load.games() + " games have started");
    }

    private static TickFigures measure(
            GameLoad load, GameServiceProcess service, List<LinkDriver> drivers, long bytesPerGame)
            throws IOException, InterruptedException {
        drivers.forEach(driver -> driver.play(load.attackEvery()));
        Thread.sleep(load.warmUp());
        Scrape before = service.scrape();
        LinkDriver.Counts countsBefore = counts(drivers);
        Duration cpuBefore = service.cpu();
        Duration ownBefore = ownCpu();
        long begun = System.nanoTime();
        Thread.sleep(load.measured());
        Scrape after = service.scrape();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
        drivers.forEach(LinkDriver::checkHealthy);
        return new TickFigures(
                load,
                before,
                after,
                counts(drivers).minus(countsBefore),
                service.cpu().minus(cpuBefore),
                ownCpu().minus(ownBefore),
                elapsed,
                bytesPerGame,
                service.residentBytes());
    }

    private static LinkDriver.Counts counts(List<LinkDriver> drivers) {
        return drivers.stream()
                .map(LinkDriver::counts)
                .reduce(new LinkDriver.Counts(0, 0, 0, 0, 0), LinkDriver.Counts::plus);
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
