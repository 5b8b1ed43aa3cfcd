package dev.mallard.faults.run;

import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.LoadRun;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.measure.Sample;
import dev.mallard.bots.load.player.Access;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Restarts every instance of a cluster, one after the other, in the order of an upgrade (lobbies, game services,
 * gateways), while bots play: SIGTERM, wait for the end, start, wait until everything works again. Used once, on one
 * thread.
 */
public final class RollingRestart {

    /** Longer than the longest game of a bot, so that every game comes to its own end. */
    private static final Duration GAMES_END_WITHIN = Duration.ofMinutes(3);

    private static final Duration STOP_WITHIN = GAMES_END_WITHIN.plusSeconds(30);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 1_000;

    /** What a game service writes when it is stopped and ends games that have not come to their end. */
    private static final Pattern CUT_SHORT = Pattern.compile(": Ending \\d+ games");

    private final RunSettings settings;
    private final Consumer<String> teller;

    /**
     * One instance.
     *
     * @param stopped from SIGTERM to the end of its process
     * @param started from its start to its readiness
     * @param recovered from SIGTERM until everything worked again, all bots being logged in
     */
    public record Step(String instance, Duration stopped, Duration started, Duration recovered) {}

    /**
     * What came of it.
     *
     * @param load what the players saw
     */
    public record Result(List<Step> steps, LoadResult load, List<Finding> findings) {

        public Result {
            steps = List.copyOf(steps);
            findings = List.copyOf(findings);
        }

        /** Whether nothing was lost. */
        public boolean good() {
            return findings.stream().allMatch(Finding::good);
        }

        /** Errors of any kind for each request of a player. */
        public double errorRate() {
            return (double) load.errorCount() / Math.max(1, load.requests().sent());
        }
    }

    /**
     * @param settings of which the faults are ignored
     * @param teller is told how it goes
     */
    public RollingRestart(RunSettings settings, Consumer<String> teller) {
        this.settings = settings;
        this.teller = teller;
    }

    /**
     * @throws IOException if something does not start, or does not work again
     */
    public Result play() throws IOException, InterruptedException {
        try (Arena arena = new Arena(settings)) {
            Cluster cluster = arena.estate().cluster();
            for (Instance game : cluster.all(Service.GAME)) {
                game.set("MALLARD_GAME_SHUTDOWN_GRACE", GAMES_END_WITHIN.toString());
            }
            cluster.start(cluster.all());
            ProbeMatch probe = new ProbeMatch();
            probe.register(cluster.clientPort(1));
            try (LoadRun bots = new LoadRun(FaultRun.load(settings), access(cluster))) {
                CompletableFuture<LoadResult> playing = playing(bots);
                Recovery recovery = new Recovery(cluster, bots, probe);
                awaitAll(recovery, System.nanoTime());
                teller.accept(settings.players() + " bots play");
                List<Step> steps = new ArrayList<>();
                for (Instance instance : cluster.all()) {
                    Step step = restart(instance, recovery);
                    teller.accept(
                            "%s: stopped after %s, ready after %s more, all is well after %s"
                                    .formatted(
                                            step.instance(),
                                            step.stopped(),
                                            step.started(),
                                            step.recovered()));
                    steps.add(step);
                }
                bots.stop();
                LoadResult load = playing.join();
                return new Result(steps, load, findings(cluster, load));
            }
        }
    }

    private static Step restart(Instance instance, Recovery recovery)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        instance.stop(STOP_WITHIN);
        Duration stopped = since(begin);
        long start = System.nanoTime();
        instance.start();
        Duration started = since(start);
        return new Step(instance.name(), stopped, started, awaitAll(recovery, begin));
    }

    private static Duration awaitAll(Recovery recovery, long since)
            throws IOException, InterruptedException {
        if (recovery.await(since).isEmpty()) {
            throw new IOException("it does not work: " + recovery.lastTrouble());
        }
        return since(since);
    }

    private static Duration since(long nanos) {
        return Duration.ofMillis((System.nanoTime() - nanos) / 1_000_000);
    }

    /** Not through the proxies: what is not there should be refused, and not reset. */
    private static Access access(Cluster cluster) {
        List<InetSocketAddress> gateways =
                cluster.all(Service.GATEWAY).stream()
                        .map(gateway -> new InetSocketAddress("localhost", gateway.port()))
                        .toList();
        return new Access(gateways, CONNECT_WITHIN, ATTEMPTS);
    }

    private static CompletableFuture<LoadResult> playing(LoadRun bots) {
        CompletableFuture<LoadResult> result = new CompletableFuture<>();
        Consumer<Sample> nobody = sample -> {};
        Thread.ofPlatform()
                .name("bots")
                .daemon()
                .start(
                        () -> {
                            try {
                                result.complete(bots.play(nobody));
                            } catch (InterruptedException interrupted) {
                                Thread.currentThread().interrupt();
                                result.completeExceptionally(interrupted);
                            } catch (RuntimeException failure) {
                                result.completeExceptionally(failure);
                            }
                        });
        return result;
    }

    private static List<Finding> findings(Cluster cluster, LoadResult load) throws IOException {
        List<Finding> findings = new ArrayList<>(Accounts.check(load, List.of()));
        List<String> cutShort = new ArrayList<>();
        for (Instance game : cluster.all(Service.GAME)) {
            Files.readAllLines(game.log()).stream()
                    .filter(line -> CUT_SHORT.matcher(line).find())
                    .map(line -> game.name() + ": " + line)
                    .forEach(cutShort::add);
        }
        findings.add(new Finding("every game comes to its own end", cutShort));
        long unannounced = load.errors().getOrDefault(Measurements.CONNECTION_LOST, 0L);
        findings.add(
                new Finding(
                        "nobody loses a connection without being told",
                        unannounced == 0 ? List.of() : List.of(unannounced + " connections")));
        return findings;
    }
}
