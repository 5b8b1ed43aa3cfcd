package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.User;

import io.micrometer.core.instrument.MeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hundreds of users enter rooms through two lobbies on one PostgreSQL database at the same time, each two rooms
 * at once, while the owners have their games prepared through both.
 */
class JoinRaceIntegrationTest {

    private static final Logger log = LoggerFactory.getLogger(JoinRaceIntegrationTest.class);

    private static final int OWNERS = 40;
    private static final int RACERS = 400;
    private static final int PREPARATIONS_PER_LINK = 3;

    private static EmbeddedPostgres postgres;
    private static RunningLobby firstLobby;
    private static RunningLobby secondLobby;

    /** The links of one gateway to both lobbies. */
    private static FakeGateway first;

    private static FakeGateway second;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<Integer, Integer> entered = new HashMap<>();
    private final Map<Integer, Integer> prepared = new HashMap<>();
    private final Map<FakeGateway, Integer> preparedBy = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        String patient = "mallard.lobby.preparation.timeout=5m";
        firstLobby = RunningLobby.sharing(url, "lobby-1", patient);
        secondLobby = RunningLobby.sharing(url, "lobby-2", patient);
        first = FakeGateway.connect(firstLobby.port(), "gateway-1");
        second = FakeGateway.connect(secondLobby.port(), "gateway-1");
    }

    @AfterAll
    static void stop() throws IOException {
        first.close();
        second.close();
        firstLobby.close();
        secondLobby.close();
        postgres.close();
    }

    @Test
    void noRoomIsOverfullNobodyIsInTwoAndEachGameIsPreparedOnce() {
        IntStream.rangeClosed(1, OWNERS + RACERS)
                .forEach(
                        user -> {
                            first.logIn(user);
                            second.logIn(user);
                        });
        List<Integer> rooms = new ArrayList<>();
        for (int owner = 1; owner <= OWNERS; owner++) {
            rooms.add(first.user(owner, 1).create("Pond", 2 + owner % 7).getRoomId());
        }

        long start = System.nanoTime();
        for (int i = 0; i < RACERS; i++) {
            int racer = OWNERS + 1 + i;
            first.user(racer, 1).askToJoin(firstChoice(rooms, i));
            second.user(racer, 1).askToJoin(secondChoice(rooms, i));
            if (i % (RACERS / OWNERS) == 0) {
                prepare(1 + i / (RACERS / OWNERS));
            }
        }
        for (int i = 0; i < RACERS; i++) {
            joined(first, OWNERS + 1 + i, firstChoice(rooms, i));
            joined(second, OWNERS + 1 + i, secondChoice(rooms, i));
        }
        for (int owner = 1; owner <= OWNERS; owner++) {
            for (FakeGateway link : List.of(first, second)) {
                for (int i = 0; i < PREPARATIONS_PER_LINK; i++) {
                    prepared(link, owner);
                }
            }
        }
        log.info(
                "{} joins and {} preparations in {} ms: {}, {} conflicts",
                2 * RACERS,
                2 * PREPARATIONS_PER_LINK * OWNERS,
                (System.nanoTime() - start) / 1_000_000,
                outcomes,
                conflicts(firstLobby) + conflicts(secondLobby));

        assertThat(prepared)
                .hasSize(OWNERS)
                .allSatisfy((owner, times) -> assertThat(times).isEqualTo(1));
        assertThat(entered).isNotEmpty();
        assertStoredAsAnswered(rooms);
        assertGamesHaveWhoWasInside(rooms);
    }

    private static int firstChoice(List<Integer> rooms, int racer) {
        return rooms.get(racer % OWNERS);
    }

    private static int secondChoice(List<Integer> rooms, int racer) {
        return rooms.get((racer * 7 + 3) % OWNERS);
    }

    private static double conflicts(RunningLobby lobby) {
        return lobby.bean(MeterRegistry.class).counter("mallard.lobby.store.conflicts").count();
    }

    /** At once through both lobbies, several times. */
    private static void prepare(int owner) {
        for (int i = 0; i < PREPARATIONS_PER_LINK; i++) {
            first.user(owner, 1).askToPrepare();
            second.user(owner, 1).askToPrepare();
        }
    }

    private void joined(FakeGateway link, int racer, int room) {
        GamePacket answer = ((FakeGateway.Event.Packet) answer(link, racer)).packet();
        if (answer.hasJoinRoomResponse()) {
            assertThat(answer.getJoinRoomResponse().getRoom().getRoomId()).isEqualTo(room);
            assertThat(entered.put(racer, room)).as("a second room of %s", racer).isNull();
            count("joined");
            return;
        }
        ErrorCode code = FakeGateway.error(answer);
        count(code.name());
        if (code == ErrorCode.SERVER_BUSY) {
            link.user(racer, 1).askToJoin(room);
            joined(link, racer, room);
            return;
        }
        assertThat(code)
                .isIn(ErrorCode.ROOM_FULL, ErrorCode.ALREADY_IN_ROOM, ErrorCode.ROOM_NOT_OPEN);
    }

    private void prepared(FakeGateway link, int owner) {
        if (answer(link, owner) instanceof FakeGateway.Event.Packet refusal) {
            ErrorCode code = FakeGateway.error(refusal.packet());
            count(code.name());
            if (code == ErrorCode.SERVER_BUSY) {
                link.user(owner, 1).askToPrepare();
                prepared(link, owner);
                return;
            }
            assertThat(code).isEqualTo(ErrorCode.ROOM_ALREADY_STARTED);
        } else {
            prepared.merge(owner, 1, Integer::sum);
            preparedBy.merge(link, 1, Integer::sum);
            count("prepared");
        }
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** The next thing that finishes a request; what others did is passed over. */
    private static FakeGateway.Event answer(FakeGateway link, int user) {
        FakeGateway.Event event = link.next(user);
        while (event instanceof FakeGateway.Event.Packet packet && !packet.answer()) {
            event = link.next(user);
        }
        return event;
    }

    private void assertStoredAsAnswered(List<Integer> rooms) {
        JdbcTemplate jdbc = firstLobby.bean(JdbcTemplate.class);
        Map<Integer, Integer> stored = new HashMap<>();
        jdbc.query(
                "select user_id, room_id from lobby.room_member where user_id > ?",
                row -> {
                    stored.put(row.getInt(1), row.getInt(2));
                },
                OWNERS);
        assertThat(stored).isEqualTo(entered);
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from lobby.room r where member_count > capacity"
                                        + " or state <> 'PREPARE' or member_count <> (select"
                                        + " count(*) from lobby.room_member m"
                                        + " where m.room_id = r.id)",
                                Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from lobby.room", Integer.class))
                .isEqualTo(rooms.size());
    }

    /** Nobody has slipped in after the game was asked for, and nobody was forgotten. */
    private void assertGamesHaveWhoWasInside(List<Integer> rooms) {
        Map<Integer, Set<Integer>> inside =
                entered.entrySet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getValue,
                                        Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        Map<Integer, RoomData> games = new HashMap<>();
        for (FakeGateway link : List.of(first, second)) {
            for (int i = 0; i < preparedBy.getOrDefault(link, 0); i++) {
                RoomData game = link.control(BodyCase.PREPARE_GAME).getPrepareGame().getRoom();
                assertThat(games.put(game.getRoomId(), game)).isNull();
            }
        }
        assertThat(games.keySet()).containsExactlyInAnyOrderElementsOf(rooms);
        games.forEach(
                (room, game) ->
                        assertThat(game.getUsersList())
                                .extracting(User::getUserId)
                                .filteredOn(user -> user > OWNERS)
                                .containsExactlyInAnyOrderElementsOf(
                                        inside.getOrDefault(room, Set.of())));
    }
}
