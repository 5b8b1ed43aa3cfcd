package dev.mallard.faults.run;

import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.LoadRun;
import dev.mallard.bots.load.LoadSettings;
import dev.mallard.bots.load.behaviour.Behaviours;
import dev.mallard.bots.load.behaviour.Pace;
import dev.mallard.bots.load.player.Access;
import dev.mallard.faults.check.Aftermath;
import dev.mallard.faults.check.ExpectedLogs;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.check.LogReader;
import dev.mallard.faults.check.LogSummary;
import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Service;
import dev.mallard.faults.inject.Injector;
import dev.mallard.faults.script.TimedFault;
import dev.mallard.faults.soak.Census;
import dev.mallard.faults.soak.Growth;
import dev.mallard.faults.soak.UsageCourse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One run: starts everything, lets bots play, has the faults of the script happen one after the other, each after the
 * recovery from the one before, lets the bots go home, and checks what they have left behind. Used once, on one thread.
 */
public final class FaultRun {

    /** Attempts enough to try for longer than any fault lasts. */
    private static final int ATTEMPTS = 1_000;

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final double LOGINS_PER_SECOND = 25;
    private static final double NANOS_PER_SECOND = 1e9;

    private final RunSettings settings;
    private final RunListener listener;

    public FaultRun(RunSettings settings, RunListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * @throws IOException if something that is needed does not start
     */
    public RunResult play() throws IOException, InterruptedException {
        try (Arena arena = new Arena(settings)) {
            List<TimedFault> script = arena.script();
            listener.planned(settings, script, arena.skipped());
            Cluster cluster = arena.estate().cluster();
            cluster.start(cluster.all());
            Course course = play(script, arena);
            listener.checking();
            List<LogSummary> logs =
                    cluster.all().stream()
                            .map(instance -> LogReader.read(instance.name(), instance.log()))
                            .toList();
            List<Finding> findings = new ArrayList<>(course.findings());
            findings.addAll(Accounts.check(course.load(), course.outcomes()));
            findings.addAll(new Aftermath(cluster, arena.estate().database()).check());
            findings.add(ExpectedLogs.check(logs));
            return new RunResult(
                    settings,
                    script,
                    arena.skipped(),
                    course.offset(),
                    course.outcomes(),
                    course.load(),
                    findings,
                    course.growths(),
                    course.usage(),
                    logs);
        }
    }

    private record Course(
            double offset,
            List<FaultOutcome> outcomes,
            LoadResult load,
            List<Finding> findings,
            List<Growth> growths,
            List<UsageCourse.Sample> usage) {}

    private Course play(List<TimedFault> script, Arena arena)
            throws IOException, InterruptedException {
        Cluster cluster = arena.estate().cluster();
        ProbeMatch probe = new ProbeMatch();
        probe.register(cluster.clientPort(1));
        long loadBegin = System.nanoTime();
        try (LoadRun bots = new LoadRun(load(settings), access(cluster));
                UsageCourse usage = new UsageCourse(cluster)) {
            CompletableFuture<LoadResult> playing = playing(bots);
            Recovery recovery = new Recovery(cluster, bots, probe);
            if (recovery.await(loadBegin).isEmpty()) {
                throw new IOException(
                        "it does not work even without faults: " + recovery.lastTrouble());
            }
            long begin = System.nanoTime();
            listener.begun();
            List<FaultOutcome> outcomes = new ArrayList<>();
            Injector injector = new Injector(arena.estate());
            Incidents incidents = new Incidents(cluster, injector, recovery, begin);
            Database database = arena.estate().database();
            Rests rests =
                    new Rests(
                            bots,
                            new Aftermath(cluster, database),
                            new Census(cluster, database),
                            recovery,
                            settings.duration(),
                            begin);
            for (TimedFault next : script) {
                if (playing.isDone()) {
                    break;
                }
                if (settings.soak()) {
                    rests.restIfDue();
                }
                pauseUntil(begin + next.at().toNanos(), settings.gap());
                FaultOutcome outcome = incidents.happen(next.fault());
                outcomes.add(outcome);
                listener.happened(outcome);
            }
            pauseUntil(begin + settings.duration().toNanos(), settings.gap());
            if (settings.soak()) {
                rests.rest();
            }
            bots.stop();
            return new Course(
                    (begin - loadBegin) / NANOS_PER_SECOND,
                    outcomes,
                    playing.join(),
                    settings.soak() ? rests.findings() : List.of(),
                    rests.growths(),
                    usage.samples());
        }
    }

    /** At least as long as the shortest pause, even if the time has passed already. */
    private static void pauseUntil(long nanoTime, Duration shortest) throws InterruptedException {
        long nanos = Math.max(nanoTime - System.nanoTime(), shortest.toNanos());
        Thread.sleep(Duration.ofNanos(nanos));
    }

    /** The bots play until they are told to stop; their time only says how finely their course is taken down. */
    static LoadSettings load(RunSettings settings) {
        Pace pace = Pace.DEFAULT;
        return new LoadSettings(
                "localhost",
                1,
                settings.players(),
                settings.rooms(),
                settings.duration().multipliedBy(3).plusMinutes(10),
                Behaviours.MATCH,
                new Pace(pace.lobby(), pace.moves(), pace.chats(), settings.match()),
                LOGINS_PER_SECOND,
                "fault",
                settings.timeout(),
                settings.seed());
    }

    private static Access access(Cluster cluster) {
        List<InetSocketAddress> doors =
                cluster.all(Service.GATEWAY).stream()
                        .map(gateway -> cluster.clientPort(gateway.number()))
                        .map(port -> new InetSocketAddress("localhost", port))
                        .toList();
        return new Access(doors, CONNECT_WITHIN, ATTEMPTS);
    }

    private CompletableFuture<LoadResult> playing(LoadRun bots) {
        CompletableFuture<LoadResult> result = new CompletableFuture<>();
        Runnable play =
                () -> {
                    try {
                        result.complete(bots.play(listener::sampled));
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                        result.completeExceptionally(interrupted);
                    } catch (RuntimeException failure) {
                        result.completeExceptionally(failure);
                    }
                };
        Thread.ofPlatform().name("bots").daemon().start(play);
        return result;
    }
}
