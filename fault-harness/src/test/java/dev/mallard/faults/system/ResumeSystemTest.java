package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.ClusterPlan;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Service;
import dev.mallard.faults.proxy.Disturbance;
import dev.mallard.faults.proxy.TcpProxy;
import dev.mallard.protocol.message.RoomData;

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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Players of one match at two gateways, who lose their connections and come back through the other gateway. Passwords
 * are cheap, since their cost is not the matter. The time of a return is from the login that the client sends to
 * the first positions that it is sent and is part of.
 */
@Timeout(900)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ResumeSystemTest {

    private static final Duration BACK_WITHIN = Duration.ofSeconds(2);

    /** Positions come every 200 ms; those who stay must not miss them while others come and go. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

    private static final Duration SHORT_GRACE = Duration.ofSeconds(2);

    private static final SystemReport report = new SystemReport("resume");

    private static Database database;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        database = Database.started();
        cluster =
                Cluster.started(
                        ClusterPlan.named("resume")
                                .of(2, 1, 1)
                                .with(database.settings())
                                .with(Service.GATEWAY, Players.CHEAP_PASSWORDS)
                                .withProxies());
    }

    @AfterAll
    static void stop() throws Exception {
        report.print();
        cluster.close();
        database.close();
    }

    @Test
    @Order(1)
    void aPlayerWhoseConnectionIsResetComesBackThroughTheOtherGateway() throws Exception {
        comesBack("reset", TcpProxy::reset);
    }

    @Test
    @Order(2)
    void aPlayerOfWhomNothingArrivesAnyMoreComesBackThroughTheOtherGateway() throws Exception {
        comesBack("half", door -> door.disturb(new Disturbance.Swallow()));
    }

    @FunctionalInterface
    private interface Cut {
        void through(TcpProxy door);
    }

    private static void comesBack(String name, Cut cut) throws Exception {
        TcpProxy door = cluster.network().openSideDoor(cluster.gateway(2));
        List<Integer> ports = List.of(port(1), door.port(), port(1), port(2));
        try (Match match = Match.started(players(name, ports))) {
            MatchPlayer host = match.host();
            MatchPlayer lost = match.players().get(1);
            MatchPlayer hunter = match.players().get(2);
            match.leaveTraces(lost, hunter);

            List<MatchPlayer> others = new ArrayList<>(match.players());
            others.remove(lost);
            List<GameWatch> watches = watch(others);
            cut.through(door);
            // Nothing that happens now is seen by the one who is cut off.
            hunter.actions().hitMonster(Match.PREY, 1, 0);
            destroy(match, hunter, match.tufts().getLast());

            MatchPlayer back = lost.comeBackAt(port(1));
            Duration took = Match.since(back.loginNanos());
            match.replace(lost, back);
            assertKnowsWhat(host, back);
            assertThat(back.view().bagOf(lost.userId()))
                    .isEqualTo(host.view().bagOf(lost.userId()))
                    .doesNotContainKey(Match.APPLE);
            Duration silence = Match.longestSilence(watches);
            watches.forEach(GameWatch::close);
            match.assertAllHearEachOther("back");
            match.assertAllSeeEachOther();
            assertNoErrors(match.players());
            report.line("%s: back after %s, others heard nothing for %s", name, took, silence);
            assertThat(took).isLessThan(BACK_WITHIN);
            assertThat(silence).isLessThan(LONGEST_SILENCE);
        }
        door.close();
    }

    @Test
    @Order(3)
    void allPlayersOfAKilledGatewayComeBackThroughTheOther() throws Exception {
        List<Integer> ports = List.of(port(1), port(2), port(1), port(2));
        try (Match match = Match.started(players("dead", ports))) {
            MatchPlayer host = match.host();
            MatchPlayer guest = match.players().get(2);
            List<MatchPlayer> others = List.of(match.players().get(1), match.players().get(3));
            match.leaveTraces(others.getFirst(), others.getLast());
            List<GameWatch> watches = watch(others);

            cluster.gateway(1).kill();
            for (MatchPlayer lost : List.of(host, guest)) {
                await().atMost(Players.PATIENCE).until(() -> lost.client().closed().isDone());
                MatchPlayer back = lost.comeBackAt(port(2));
                Duration took = Match.since(back.loginNanos());
                match.replace(lost, back);
                assertKnowsWhat(others.getFirst(), back);
                report.line("%s after the death of its gateway: back after %s", lost, took);
                assertThat(took).isLessThan(BACK_WITHIN);
            }
            Duration silence = Match.longestSilence(watches);
            watches.forEach(GameWatch::close);
            report.line("the gateway dies: others heard nothing for %s", silence);
            match.assertAllHearEachOther("back");
            match.assertAllSeeEachOther();
            match.assertEndsForAll();
            assertThat(silence).isLessThan(LONGEST_SILENCE);
        } finally {
            cluster.gateway(1).start();
        }
    }

    @Test
    @Order(4)
    void theFirstRequestToTheLobbyGivesTheSeatUp() throws Exception {
        List<Integer> ports = List.of(port(1), port(2), port(1));
        try (Match match = Match.started(players("decline", ports))) {
            MatchPlayer lost = match.players().get(1);
            lost.close();
            try (MatchPlayer back = lost.comeBackAt(port(1))) {
                RoomData room = back.client().createRoom("elsewhere", 2).getRoom();
                assertThat(room.getOwnerId()).isEqualTo(lost.userId());
                awaitSeats(match, match.host(), match.players().get(2));
                back.client().leave();
            }
        }
    }

    @Test
    @Order(5)
    void afterTheGracePeriodTheSeatIsGone() throws Exception {
        cluster.game(1).stop();
        cluster.game(1).set("MALLARD_GAME_RULES_TIMING_RESUMEGRACE", SHORT_GRACE.toString());
        cluster.game(1).start();
        cluster.gateway(1).awaitReady();
        cluster.gateway(2).awaitReady();
        List<Integer> ports = List.of(port(1), port(2), port(1));
        try (Match match = Match.started(players("late", ports))) {
            MatchPlayer lost = match.players().get(1);
            MatchPlayer guest = match.players().get(2);
            long cutOff = System.nanoTime();
            lost.close();
            awaitSeats(match, match.host(), guest);
            Duration kept = Match.since(cutOff);
            report.line("a grace period of %s: the seat was gone after %s", SHORT_GRACE, kept);
            assertThat(kept).isGreaterThanOrEqualTo(SHORT_GRACE);

            try (MatchPlayer late = MatchPlayer.returningAt(port(1), lost.name())) {
                // Rooms are the lobby's: this is answered only to those who are in no game.
                RoomData room = late.client().createRoom("too late", 2).getRoom();
                assertThat(room.getUsersList()).hasSize(1);
                assertThat(late.client().listRooms().getRoomsList())
                        .filteredOn(other -> other.getRoomId() == match.roomId())
                        .singleElement()
                        .satisfies(old -> assertThat(old.getUsersList()).hasSize(2));
                assertThat(late.view().starts()).isZero();
                assertNoErrors(List.of(late));
            }
            assertThat(match.host().view().present())
                    .isEqualTo(Set.of(match.host().userId(), guest.userId()));
            assertNoErrors(List.of(match.host(), guest));
        }
    }

    private static int port(int gateway) {
        return cluster.gateway(gateway).port();
    }

    private static List<MatchPlayer> players(String name, List<Integer> ports)
            throws InterruptedException {
        List<MatchPlayer> players = new ArrayList<>();
        for (int port : ports) {
            players.add(MatchPlayer.newAt(port, name + players.size()));
        }
        return players;
    }

    private static List<GameWatch> watch(List<MatchPlayer> players) {
        return players.stream().map(player -> new GameWatch(player.client())).toList();
    }

    private static void destroy(Match match, MatchPlayer player, int object) {
        GameView view = match.host().view();
        await("what the grass has left")
                .pollInterval(Duration.ofMillis(300))
                .atMost(Players.PATIENCE)
                .until(
                        () -> {
                            if (view.state().objects().containsKey(object)) {
                                player.actions().hitObject(object);
                            }
                            return !view.state().ground().isEmpty();
                        });
    }

    /** One who has come back knows what one knows who has been there all the time. */
    private static void assertKnowsWhat(MatchPlayer stayed, MatchPlayer back) {
        await("the whole state")
                .atMost(BACK_WITHIN)
                .untilAsserted(
                        () -> assertThat(back.view().state()).isEqualTo(stayed.view().state()));
    }

    private static void assertNoErrors(List<MatchPlayer> players) {
        for (MatchPlayer player : players) {
            assertThat(player.view().errors()).as("errors of %s", player).isEmpty();
        }
    }

    /** Waits until these and nobody else have seats. */
    private static void awaitSeats(Match match, MatchPlayer... players) {
        Set<Integer> expected =
                List.of(players).stream().map(MatchPlayer::userId).collect(Collectors.toSet());
        await("seats of " + List.of(players))
                .pollInterval(Duration.ofMillis(50))
                .atMost(Players.PATIENCE)
                .until(() -> seats(match.roomId()).equals(expected));
    }

    private static Set<Integer> seats(int gameId) throws InterruptedException {
        return Json.of(cluster.game(1).page("/actuator/games/" + gameId).orElse("{}"))
                .objects("players")
                .stream()
                .map(seat -> (int) seat.number("userId"))
                .collect(Collectors.toSet());
    }
}
