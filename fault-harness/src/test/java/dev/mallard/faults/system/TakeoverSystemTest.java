package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.ClusterPlan;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Redis;
import dev.mallard.faults.cluster.Service;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * With a Redis, games outlive their service: a match goes on at another one with everything that was a second old, and
 * never at two of them. Passwords are cheap, since their cost is not the matter.
 */
@Timeout(900)
class TakeoverSystemTest {

    /** From the death of a game service until all players have their game again. */
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(5);

    /** What may be lost is not older than this. */
    private static final Duration SETTLED_FOR = Duration.ofSeconds(1);

    private static final Duration WATCHED = Duration.ofSeconds(4);
    private static final int POSITIONS_PER_SECOND = 5;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

    private static final SystemReport report = new SystemReport("takeover");

    private static Database database;
    private static Redis redis;
    private static Cluster cluster;
    private static GameServices services;

    @BeforeAll
    static void start() throws Exception {
        database = Database.started();
        redis = Redis.started();
        cluster =
                Cluster.started(
                        ClusterPlan.named("takeover")
                                .of(2, 1, 2)
                                .with(database.settings())
                                .with(Service.GATEWAY, Players.CHEAP_PASSWORDS)
                                .with(
                                        Service.GAME,
                                        Map.of(
                                                "MALLARD_GAME_TAKEOVER_REDISURI",
                                                "redis://localhost:" + redis.port(),
                                                "MALLARD_GAME_SHUTDOWN_GRACE",
                                                "0s")));
        services = new GameServices(cluster);
    }

    @AfterAll
    static void stop() throws Exception {
        report.print();
        cluster.close();
        redis.close();
        database.close();
    }

    @Test
    void aMatchGoesOnWhenItsServiceIsKilled() throws Exception {
        try (Match match = Match.started(players("kill"))) {
            Instance old = services.of(match.roomId());
            Memory before = Memory.of(match);
            old.kill();
            goesOn(match, before, "killed", System.nanoTime());
            assertThat(services.of(match.roomId())).isNotEqualTo(old);
            match.assertEndsForAll();
            startAgain(old);
        }
    }

    @Test
    void aMatchIsHandedOverWhenItsServiceIsStopped() throws Exception {
        try (Match match = Match.started(players("stop"))) {
            Instance old = services.of(match.roomId());
            Memory before = Memory.of(match);
            long stopped = System.nanoTime();
            old.terminate();
            goesOn(match, before, "stopped", stopped);
            old.awaitEnd(STOP_WITHIN);
            assertThat(services.of(match.roomId())).isNotEqualTo(old);
            match.assertEndsForAll();
            startAgain(old);
        }
    }

    @Test
    void aFrozenServiceThatWakesUpLeavesTheMatchToTheOther() throws Exception {
        try (Match match = Match.started(players("freeze"))) {
            Instance old = services.of(match.roomId());
            Memory before = Memory.of(match);
            old.freeze();
            try {
                goesOn(match, before, "frozen", System.nanoTime());
            } finally {
                old.thaw();
            }
            long thawed = System.nanoTime();
            List<GameWatch> watches = match.watched();
            await("the old service to give up the game")
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(Players.PATIENCE)
                    .until(
                            () ->
                                    old.page("/actuator/games/" + match.roomId()).isEmpty()
                                            && old.ready());
            report.line("thawed: without the game after %s", Match.since(thawed));
            await("some time with both services").pollDelay(WATCHED).until(() -> true);
            long most = POSITIONS_PER_SECOND * (Match.since(thawed).toMillis() / 1000 + 2);
            for (GameWatch watch : watches) {
                assertThat((long) watch.updates()).as("positions of one service").isLessThan(most);
                watch.close();
            }
            assertThat(GameServices.summary(old).number("games")).isZero();
            assertThat(match.players()).allMatch(player -> player.view().starts() == 2);
            assertThat(match.players()).noneMatch(player -> player.view().over());
            match.assertAllHearEachOther("one game");
            match.assertAllSeeEachOther();
            match.assertEndsForAll();
        }
    }

    /** Starts a service, and waits for all gateways: a game gets no members whose gateway it does not know yet. */
    private static void startAgain(Instance service) throws Exception {
        service.start();
        services.awaitLinks(service);
    }

    private static List<MatchPlayer> players(String name) throws InterruptedException {
        List<MatchPlayer> players = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            players.add(MatchPlayer.newAt(cluster.clientPort(1 + i % 2), name + i));
        }
        return players;
    }

    /**
     * What players know of a match that has settled: nothing has happened for as long as may be lost.
     *
     * @param state without the places of monsters that chase somebody, which the new service moves by itself until the
     *     host does so again
     * @param bags what each of them carries
     */
    private record Memory(GameView.State state, List<Map<Integer, Integer>> bags) {

        static Memory of(Match match) {
            match.leaveTraces(match.players().get(1), match.players().get(2));
            await("the match to settle").pollDelay(SETTLED_FOR).until(() -> true);
            return now(match);
        }

        static Memory now(Match match) {
            return new Memory(
                    match.host().view().state().withoutHunters(),
                    match.players().stream()
                            .map(player -> player.view().bagOf(player.userId()))
                            .toList());
        }
    }

    private static void goesOn(Match match, Memory before, String what, long since)
            throws InterruptedException {
        await("the match to go on")
                .pollInterval(Duration.ofMillis(20))
                .atMost(Players.PATIENCE.multipliedBy(2))
                .until(() -> match.players().stream().allMatch(p -> p.view().starts() == 2));
        Duration took = Match.since(since);
        report.line("%s: all players have their game again after %s", what, took);
        await("everything as it was")
                .atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(Memory.now(match)).isEqualTo(before));
        match.assertAllHearEachOther("and on it goes");
        match.assertAllSeeEachOther();
        assertThat(took).isLessThan(GOES_ON_WITHIN);
    }
}
