package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.bots.load.KindResult;
import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.LoadRun;
import dev.mallard.bots.load.LoadSettings;
import dev.mallard.bots.load.behaviour.Behaviours;
import dev.mallard.bots.load.behaviour.Pace;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.player.Access;
import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Many bots that play short matches at all gateways of a cluster, until they are told to end. */
final class Bots implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration END_WITHIN = Duration.ofMinutes(2);
    private static final double LOGINS_PER_SECOND = 20;
    private static final int ATTEMPTS = 200;

    private final LoadRun run;
    private final CompletableFuture<LoadResult> result;

    private Bots(LoadRun run) {
        this.run = run;
        this.result =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return run.play(sample -> {});
                            } catch (InterruptedException interrupted) {
                                throw new IllegalStateException(interrupted);
                            }
                        },
                        Thread.ofVirtual().name("bots")::start);
    }

    /**
     * Starts them, without waiting until they are in.
     *
     * @param inRoom how many of them play with each other
     * @param match how long a match lasts before its host ends it
     */
    static Bots started(Cluster cluster, int players, int inRoom, Duration match) {
        List<InetSocketAddress> gateways =
                cluster.all(Service.GATEWAY).stream()
                        .map(Instance::number)
                        .map(
                                number ->
                                        new InetSocketAddress(
                                                "localhost", cluster.clientPort(number)))
                        .toList();
        LoadSettings settings =
                new LoadSettings(
                        "localhost",
                        gateways.getFirst().getPort(),
                        players,
                        players / inRoom,
                        LONGEST,
                        Behaviours.MATCH,
                        new Pace(2, 4, 0.5, match),
                        LOGINS_PER_SECOND,
                        "bot",
                        ANSWER_WITHIN,
                        1);
        return new Bots(new LoadRun(settings, new Access(gateways, ANSWER_WITHIN, ATTEMPTS)));
    }

    /** Waits until so many games have started since the beginning. */
    void awaitGames(long count) {
        await(count + " games")
                .atMost(Duration.ofMinutes(3))
                .until(() -> run.gamesStarted() >= count);
    }

    long games() {
        return run.gamesStarted();
    }

    int offline() {
        return run.headcount().offline();
    }

    /** Ends the play, and settles the accounts: whatever they have sent has an outcome that they could see. */
    LoadResult end() {
        run.stop();
        LoadResult played = result.orTimeout(END_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        for (KindResult kind : played.kinds()) {
            assertThat(kind.tally().of(Outcome.LOST)).as("lost %s", kind.kind()).isZero();
            assertThat(kind.tally().open()).as("%s without outcome", kind.kind()).isZero();
        }
        assertThat(played.errors())
                .doesNotContainKeys(
                        Measurements.LOST,
                        Measurements.UNASKED,
                        Measurements.MALFORMED,
                        Measurements.GAVE_UP);
        return played;
    }

    @Override
    public void close() {
        run.close();
    }
}
