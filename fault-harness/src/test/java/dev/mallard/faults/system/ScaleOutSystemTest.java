package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.bots.load.LoadResult;
import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.ClusterPlan;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Two gateways, two lobbies and three game services, later four, later one less. Passwords are cheap, since their cost
 * is not the matter.
 */
@Timeout(900)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScaleOutSystemTest {

    /** From the readiness of a new game service to its first game. */
    private static final Duration NEW_SERVICE_WITHIN = Duration.ofSeconds(5);

    /** From the death of a game service to the end of its games for their players. */
    private static final Duration GAME_OVER_WITHIN = Duration.ofSeconds(5);

    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(120);

    private static final SystemReport report = new SystemReport("scale-out");

    private static Database database;
    private static Cluster cluster;
    private static GameServices services;

    @BeforeAll
    static void start() throws Exception {
        database = Database.started();
        cluster =
                new Cluster(
                        ClusterPlan.named("scale-out")
                                .of(2, 2, 4)
                                .with(database.settings())
                                .with(Service.GATEWAY, Players.CHEAP_PASSWORDS)
                                .with(
                                        Service.GAME,
                                        Map.of(
                                                "MALLARD_GAME_RULES_TIMING_RESUMEGRACE",
                                                "10s",
                                                "MALLARD_GAME_SHUTDOWN_GRACE",
                                                DRAIN_WITHIN.toString())));
        services = new GameServices(cluster);
        List<Instance> first = new ArrayList<>(cluster.all());
        first.remove(cluster.game(4));
        cluster.start(first);
    }

    @AfterAll
    static void stop() throws Exception {
        report.print();
        cluster.close();
        database.close();
    }

    @Test
    @Order(1)
    void roomsWhoseMembersAreAtDifferentGatewaysPlayNormally() throws Exception {
        List<Match> matches = new ArrayList<>();
        for (int room = 0; room < 3; room++) {
            matches.add(Match.started(players("room" + room + "x", 4)));
        }
        for (Match match : matches) {
            match.assertAllHearEachOther("hello");
            match.assertAllSeeEachOther();
        }
        for (Match match : matches) {
            match.assertEndsForAll();
            // They are in the lobby again, and can do what one does there.
            Match again = Match.gathered(match.players());
            again.host().client().leave();
            match.close();
        }
        for (Instance lobby : cluster.all(Service.LOBBY)) {
            long joins =
                    GameServices.count(lobby, "mallard_link_requests_total", "JOIN_ROOM_REQUEST");
            report.line("%s served %d requests to join a room", lobby, joins);
            assertThat(joins).as("%s has users", lobby).isPositive();
        }
    }

    @Test
    @Order(2)
    void gamesAreSpreadOverTheGameServices() throws Exception {
        Map<Instance, Long> before = services.games();
        assertThat(before.values()).as("before").allMatch(games -> games == 0);
        List<Match> matches = new ArrayList<>();
        for (int room = 0; room < 6; room++) {
            matches.add(Match.started(players("spread" + room + "x", 2)));
        }
        Map<Instance, Long> spread = services.games();
        report.line("6 games: %s", spread);
        assertThat(spread.values()).allMatch(games -> games == 2);
        for (Match match : matches) {
            match.assertEndsForAll();
            match.close();
        }
    }

    @Test
    @Order(3)
    void aGameServiceThatIsAddedUnderLoadGetsGames() throws Exception {
        try (Bots bots = Bots.started(cluster, 24, 2, Duration.ofSeconds(3))) {
            bots.awaitGames(12);
            Instance added = cluster.game(4);
            added.start();
            long ready = System.nanoTime();
            await("a game of the new service")
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(DRAIN_WITHIN)
                    .until(() -> GameServices.created(added) > 0);
            Duration took = Match.since(ready);
            report.line("a new game service has its first game %s after it is ready", took);
            bots.awaitGames(bots.games() + 12);
            LoadResult played = bots.end();
            report.line("games while it came: %d, errors: %s", bots.games(), played.errors());
            assertThat(played.errors()).isEmpty();
            assertThat(took).isLessThan(NEW_SERVICE_WITHIN);
        }
        services.awaitNoGames();
    }

    @Test
    @Order(4)
    void aGameServiceThatIsStoppedEndsItsGamesAndGetsNoOthers() throws Exception {
        try (Bots bots = Bots.started(cluster, 12, 2, Duration.ofSeconds(3))) {
            bots.awaitGames(6);
            Match match = Match.started(players("drain", 4));
            Instance stopped = services.of(match.roomId());
            stopped.terminate();
            await("no further games to be wanted")
                    .atMost(Players.PATIENCE)
                    .until(() -> !GameServices.accepts(stopped));
            long told = GameServices.created(stopped);
            long others = bots.games();
            bots.awaitGames(others + 12);
            match.assertAllHearEachOther("still here");
            match.assertAllSeeEachOther();
            assertThat(GameServices.created(stopped))
                    .as("games since it was stopped")
                    .isEqualTo(told);
            match.assertEndsForAll();
            long over = System.nanoTime();
            int code = stopped.awaitEnd(DRAIN_WITHIN);
            report.line(
                    "%s, stopped: exit code %d %s after its last game",
                    stopped, code, Match.since(over));
            match.close();
            LoadResult played = bots.end();
            report.line("games meanwhile: %d, errors: %s", bots.games() - others, played.errors());
            assertThat(played.errors()).isEmpty();
            assertThat(code)
                    .as("the end of a Java program that SIGTERM has reached")
                    .isEqualTo(143);
        }
    }

    @Test
    @Order(5)
    void playersOfAKilledGameServiceAreToldAndPlayOnAnother() throws Exception {
        try (Match match = Match.started(players("killed", 4))) {
            Instance killed = services.of(match.roomId());
            killed.kill();
            long death = System.nanoTime();
            await("all players to be told")
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(DRAIN_WITHIN)
                    .until(() -> match.players().stream().allMatch(player -> player.view().over()));
            Duration took = Match.since(death);
            report.line("%s, killed: its players are told after %s", killed, took);
            Match next = Match.started(match.players());
            assertThat(services.of(next.roomId())).isNotEqualTo(killed);
            next.assertAllHearEachOther("once more");
            next.assertAllSeeEachOther();
            next.assertEndsForAll();
            assertThat(took).isLessThan(GAME_OVER_WITHIN);
        }
    }

    private static List<MatchPlayer> players(String name, int count) throws InterruptedException {
        List<MatchPlayer> players = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int gateway = 1 + i % cluster.all(Service.GATEWAY).size();
            players.add(MatchPlayer.newAt(cluster.clientPort(gateway), name + i));
        }
        return players;
    }
}
