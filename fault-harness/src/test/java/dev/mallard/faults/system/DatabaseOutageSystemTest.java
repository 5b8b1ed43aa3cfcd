package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.PlayerActions;
import dev.mallard.bots.client.ServerErrorException;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Service;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The database of gateway and lobby goes away under players and comes back. The system property {@code
 * mallard.outage.seconds} says for how long.
 */
@Timeout(900)
class DatabaseOutageSystemTest {

    private static final Duration OUTAGE =
            Duration.ofSeconds(Integer.getInteger("mallard.outage.seconds", 6));

    /** Two seconds are promised; the rest is for a machine that is busy with other tests. */
    private static final Duration REFUSED_WITHIN = Duration.ofMillis(3500);

    /** Positions come every 200 ms; the rest is for a busy machine too. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(20);
    private static final Path REPORTS = Path.of("target", "system-tests", "database-outage");
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static Database database;
    private static SuiteProcesses suite;

    private final Queue<String> registered = new ConcurrentLinkedQueue<>();

    /** How the database goes. */
    enum Outage {
        STOPPED,
        FROZEN
    }

    @BeforeAll
    static void start() throws Exception {
        database = Database.started();
        suite = SuiteProcesses.started("database-outage", database.settings());
    }

    @AfterAll
    static void stop() throws Exception {
        suite.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void costsClearErrorsAndNothingElse(Outage outage) throws Exception {
        String run = outage.name().toLowerCase(Locale.ROOT);
        List<ProcessHandle> processes = processes();
        Players.newPlayer(suite, run + "-returning").close();
        try (GameClient host = Players.newPlayer(suite, run + "-host");
                GameClient guest = Players.newPlayer(suite, run + "-guest");
                GameClient owner = Players.newPlayer(suite, run + "-owner");
                GameClient member = Players.newPlayer(suite, run + "-member");
                GameClient maker = Players.newPlayer(suite, run + "-maker");
                GameClient wanderer = Players.newPlayer(suite, run + "-wanderer")) {
            Players.startGame(host, guest);
            RoomData room = owner.createRoom(run, 8).getRoom();
            member.join(room.getRoomId());

            List<Probe> lobbyAndAccounts =
                    List.of(
                            Probe.started("log in", () -> logIn(run + "-returning")),
                            Probe.started("register", this::register),
                            Probe.started("create a room", () -> createAndLeave(maker)),
                            Probe.started(
                                    "join a room", () -> joinAndLeave(wanderer, room.getRoomId())),
                            Probe.started("list the rooms", owner::listRooms));
            List<Probe> health =
                    List.of(
                            Probe.started("gateway is alive", () -> alive(Service.GATEWAY)),
                            Probe.started("lobby is alive", () -> alive(Service.LOBBY)));
            Probe chat =
                    Probe.started(
                            "chat in a game",
                            () -> {
                                new PlayerActions(host).chat("quack");
                                new PlayerActions(guest).moveTo(5, 5);
                            });
            List<Probe> all = new ArrayList<>(lobbyAndAccounts);
            all.addAll(health);
            all.add(chat);
            GameWatch hostsGame = new GameWatch(host);
            GameWatch guestsGame = new GameWatch(guest);
            long begin = System.nanoTime();
            awaitSuccess(all, begin);

            takeAway(outage);
            long away = System.nanoTime();
            await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(10)).until(() -> true);
            long back = System.nanoTime();
            bringBack(outage);
            awaitSuccess(all, back);
            long end = System.nanoTime();
            for (Probe probe : all) {
                probe.stop();
            }

            new OutageReport(begin, away, back, end)
                    .write(REPORTS.resolve(run + ".txt"), all, List.of(hostsGame, guestsGame));
            for (Probe probe : lobbyAndAccounts) {
                assertRefused(probe, probe.within(away, back));
            }
            for (Probe probe : health) {
                assertThat(probe.count(attempt -> !attempt.succeeded())).as(probe.name()).isZero();
            }
            for (GameWatch game : List.of(hostsGame, guestsGame)) {
                assertThat(game.longestSilence()).isLessThan(LONGEST_SILENCE);
            }
            assertThat(processes()).isEqualTo(processes);
            assertNothingTwice();
            assertThat(owner.listRooms().getRoomsList())
                    .filteredOn(other -> other.getRoomId() == room.getRoomId())
                    .singleElement()
                    .satisfies(
                            kept ->
                                    assertThat(kept.getUsersList())
                                            .extracting(User::getName)
                                            .containsExactly(run + "-owner", run + "-member"));
            member.leave();
            owner.leave();
        }
    }

    private static List<ProcessHandle> processes() {
        return List.of(
                suite.processOf(Service.GATEWAY),
                suite.processOf(Service.LOBBY),
                suite.processOf(Service.GAME));
    }

    private static void logIn(String name) throws InterruptedException {
        Players.returningPlayer(suite, name).close();
    }

    private void register() throws InterruptedException {
        String name = "newcomer-" + NAMES.incrementAndGet();
        try (GameClient client = suite.connect()) {
            client.register(Players.email(name), Players.PASSWORD, name);
            registered.add(name);
        }
    }

    /** What a refused request has stored all the same is put right by the next one. */
    private static void createAndLeave(GameClient client) throws InterruptedException {
        try {
            client.createRoom("short", 2);
        } catch (ServerErrorException error) {
            requireInside(error);
        }
        client.leave();
    }

    private static void joinAndLeave(GameClient client, int room) throws InterruptedException {
        try {
            client.join(room);
        } catch (ServerErrorException error) {
            requireInside(error);
        }
        client.leave();
    }

    private static void requireInside(ServerErrorException error) {
        if (!error.is(ErrorCode.ALREADY_IN_ROOM)) {
            throw error;
        }
    }

    private static void alive(Service service) throws InterruptedException {
        int status = suite.status(service, "/actuator/health/liveness");
        if (status != 200) {
            throw new IllegalStateException(service + " answers " + status);
        }
    }

    private static void takeAway(Outage outage) throws Exception {
        switch (outage) {
            case STOPPED -> database.stop();
            case FROZEN -> database.freeze();
        }
    }

    private static void bringBack(Outage outage) throws Exception {
        switch (outage) {
            case STOPPED -> database.start();
            case FROZEN -> database.thaw();
        }
    }

    private static void awaitSuccess(List<Probe> probes, long since) {
        await().atMost(RECOVERED_WITHIN)
                .untilAsserted(
                        () -> assertThat(probes).allMatch(probe -> probe.hasSucceededSince(since)));
    }

    private static void assertRefused(Probe probe, List<Probe.Attempt> attempts) {
        assertThat(attempts)
                .as(probe.name())
                .hasSizeGreaterThan(1)
                .extracting(Probe.Attempt::outcome)
                .containsOnly(ErrorCode.SERVER_BUSY.name());
        assertThat(Probe.longest(attempts)).as(probe.name()).isLessThan(REFUSED_WITHIN);
    }

    private void assertNothingTwice() throws Exception {
        assertThat(
                        database.number(
                                "select count(*) from accounts.account where nickname in ('"
                                        + String.join("','", registered)
                                        + "')"))
                .isEqualTo(registered.size());
        assertThat(
                        database.number(
                                "select count(*) - count(distinct nickname_key) from"
                                        + " accounts.account"))
                .isZero();
        assertThat(
                        database.number(
                                "select count(*) from (select owner_id from lobby.room"
                                        + " group by owner_id having count(*) > 1) twice"))
                .isZero();
        assertThat(
                        database.number(
                                "select count(*) from lobby.room r where member_count <> (select"
                                        + " count(*) from lobby.room_member m"
                                        + " where m.room_id = r.id)"))
                .isZero();
    }
}
