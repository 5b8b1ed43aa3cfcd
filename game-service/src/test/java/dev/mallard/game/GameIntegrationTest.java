package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.TestGateway.Event;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.Refusal;
import dev.mallard.protocol.link.server.LinkServer;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.PhaseType;

import io.micrometer.core.instrument.MeterRegistry;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole service, with a gateway that the test plays itself. Days and nights are short. */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "mallard.link.port=0",
            "mallard.link.bind-address=127.0.0.1",
            "mallard.link.instance-id=game-test",
            "mallard.link.lost-gateway-grace=200ms",
            "mallard.game.seed=1",
            "mallard.game.tick-interval=40ms",
            "mallard.game.ending.record-timeout=30s",
            "mallard.game.rules.timing.day=1s",
            "mallard.game.rules.timing.night=1s",
            "mallard.game.rules.timing.resume-grace=60s"
        })
@DirtiesContext
@Timeout(120)
class GameIntegrationTest {

    private static final AtomicInteger IDS = new AtomicInteger(1000);

    @TempDir private static Path content;

    @Autowired private LinkServer server;
    @Autowired private LiveGames games;
    @Autowired private MeterRegistry meters;

    private final int game = IDS.incrementAndGet();
    private final int host = IDS.incrementAndGet();
    private final int guest = IDS.incrementAndGet();
    private TestGateway gateway;

    /** A core that one blow destroys, so that a game can be lost in no time. */
    @DynamicPropertySource
    static void fragileCore(DynamicPropertyRegistry registry) throws IOException {
        TestContent.copyTo(content);
        Path objects = content.resolve("objects.yaml");
        Files.writeString(
                objects, Files.readString(objects).replace("hit-points: 3000", "hit-points: 5"));
        registry.add("mallard.game.content", content::toString);
    }

    @BeforeEach
    void connect() throws InterruptedException {
        gateway = TestGateway.open(server.port(), "gateway-1");
        gateway.logIn(host, 1);
        gateway.logIn(guest, 1);
    }

    @AfterEach
    void disconnect() {
        gateway.close();
    }

    private String room() {
        return "create_game { room { room_id: %d owner_id: %d name: 'Pond' max_user_num: 4 state: PLAY"
                        .formatted(game, host)
                + " users { user_id: %d name: 'host' } users { user_id: %d name: 'guest' } } }"
                        .formatted(host, guest);
    }

    private void prepare() throws InterruptedException {
        gateway.send(room());
        gateway.packet(3003);
    }

    /** Starts with monster 1 beside the core and everything else far away from the players. */
    private void start() throws InterruptedException {
        prepare();
        gateway.request(
                host,
                1,
                "game_start_request { monsters { monster_id: 1 x: 1 y: 1 }"
                        + " objects { object_data { object_id: 2 } x: 4 y: 4 } }");
        gateway.packet(3006);
    }

    @Test
    void refusesAGatewayWithTheWrongSecret() throws InterruptedException {
        try (TestGateway stranger = new TestGateway(server.port())) {
            stranger.hello("stranger", "wrong");
            assertThat(stranger.control(BodyCase.REFUSAL).getRefusal().getReason())
                    .isEqualTo(Refusal.Reason.WRONG_SECRET);
            stranger.awaitClosed();
        }
    }

    @Test
    void preparesAGameInTheRightOrder() throws InterruptedException {
        gateway.send(room());
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            events.add(gateway.next());
        }
        assertThat(((Event.Control) events.get(0)).message().getPlayersEntered().getUserIdsList())
                .containsExactly(host, guest);
        LinkControl created = ((Event.Control) events.get(1)).message();
        assertThat(created.getGameCreated().getGameId()).isEqualTo(game);
        assertThat(created.getGameCreated().getGameInstance()).isEqualTo("game-test");
        Event.Packet prepared = (Event.Packet) events.get(2);
        assertThat(prepared.type()).isEqualTo(3002);
        assertThat(prepared.receivers()).containsExactly(host);
        assertThat(prepared.content().getGamePrepareResponse().getMonstersCount()).isEqualTo(270);
        assertThat(prepared.content().getGamePrepareResponse().getObjectsPositionDataCount())
                .isEqualTo(111);
        Event.Packet announced = (Event.Packet) events.get(3);
        assertThat(announced.type()).isEqualTo(3003);
        assertThat(announced.receivers()).containsExactly(host, guest);
        assertThat(announced.content().getGamePrepareNotification().getRoom().getName())
                .isEqualTo("Pond");
    }

    @Test
    void doesNotCreateTheSameGameTwice() throws InterruptedException {
        prepare();
        gateway.send(room());
        assertThat(gateway.control(BodyCase.GAME_NOT_CREATED).getGameNotCreated().getError())
                .isEqualTo("GAME_CREATE_FAILED");
    }

    @Test
    void playsAGameUntilItIsLost() throws InterruptedException {
        start();

        gateway.request(guest, 1, "player_position_update_request { x: 5 y: 5 }");
        awaitPosition(guest, 5);
        gateway.request(guest, 1, "player_attack_request { player_dir_x: 1 }");
        assertThat(gateway.packet(4006).receivers()).containsExactly(host);
        gateway.request(host, 1, "player_attack_monster_request { player_dir_x: 1 monster_id: 1 }");
        Event.Packet hurt = gateway.packet(5010);
        assertThat(hurt.receivers()).containsExactly(host, guest);
        assertThat(hurt.content().getMonsterHpUpdateNotification().getMonsterId()).isEqualTo(1);
        gateway.request(guest, 1, "player_chatting_request { message: 'quack' }");
        gateway.packet(4025);
        gateway.done(guest);

        assertThat(
                        gateway.packet(8001)
                                .content()
                                .getGamePhaseUpdateNotification()
                                .getGameState()
                                .getPhaseType())
                .isEqualTo(PhaseType.NIGHT);
        Event.Packet wave = gateway.packet(5001);
        assertThat(wave.receivers()).containsExactly(host);
        placeWave(wave.content().getMonsterSpawnRequest().getMonstersList());
        assertThat(gateway.packet(5003).receivers()).containsExactly(host, guest);

        gateway.request(
                host, 1, "object_damaged_by_monster_request { object_id: 1 monster_id: 1 }");
        GameEnded ended = gateway.control(BodyCase.GAME_ENDED).getGameEnded();
        assertThat(ended.getGameId()).isEqualTo(game);
        assertThat(ended.getOutcome()).isEqualTo("CORE_DESTROYED");
        assertThat(ended.getGameInstance()).isEqualTo("game-test");
        assertThat(ended.getUserIdsList()).containsExactly(host, guest);
        assertThat(ended.getEndedAt()).isGreaterThan(ended.getStartedAt());

        gateway.send("game_end_recorded { game_id: " + game + " game_instance: 'game-test' }");
        assertThat(gateway.control(BodyCase.PLAYERS_RELEASED).getPlayersReleased().getUserIdsList())
                .containsExactly(host, guest);
        Event.Packet last = (Event.Packet) gateway.next();
        assertThat(last.type()).isEqualTo(6003);
        assertThat(last.receivers()).containsExactly(host, guest);
        Awaitility.await().until(() -> games.find(game) == null);
        gateway.request(host, 1, "player_open_box_request { item_box_id: 2 }");
        gateway.done(host);
        assertThat(meters.get("mallard.game.ended").tag("outcome", "CORE_DESTROYED").counter())
                .satisfies(counter -> assertThat(counter.count()).isPositive());
    }

    private void awaitPosition(int player, float x) throws InterruptedException {
        while (true) {
            var positions = gateway.packet(4002).content().getPlayerPositionUpdateNotification();
            if (positions.getPlayerPositionsList().stream()
                    .anyMatch(p -> p.getPlayerId() == player && p.getX() == x)) {
                return;
            }
        }
    }

    private void placeWave(List<MonsterData> monsters) {
        StringBuilder answer = new StringBuilder("monster_spawn_response {");
        for (MonsterData monster : monsters) {
            answer.append(" monsters { monster_id: ")
                    .append(monster.getMonsterId())
                    .append(" x: 100 y: 100 }");
        }
        gateway.request(host, 1, answer.append(" }").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    player_get_item_request { player_id: 1 }           | MALFORMED_PAYLOAD
                    player_use_item_request {}                         | MALFORMED_PAYLOAD
                    drop_item_request {}                               | MALFORMED_PAYLOAD
                    player_set_object_request { item_code: 901 }       | MALFORMED_PAYLOAD
                    game_start_request { objects { x: 1 } }            | GAME_ALREADY_STARTED
                    game_start_request {}                              | GAME_ALREADY_STARTED
                    player_open_box_request { item_box_id: 999 }       | BOX_NOT_FOUND
                    player_put_an_item_request { item_box_id: 2 }      | BOX_NOT_OPEN
                    drop_item_request { item_data { item_code: 1 } }   | INVALID_COUNT
                    player_chatting_request { message: ' ' }           | CHAT_EMPTY
                    item_combination_request { item_code1: 1 }         | COMBINE_MATERIAL_MISSING
                    """)
    void answersABadRequestWithItsError(String packet, String error) throws InterruptedException {
        start();
        gateway.rest();
        gateway.request(host, 1, packet);
        Event.Packet answer = gateway.packet(7001);
        assertThat(answer.answer()).isTrue();
        assertThat(answer.receivers()).containsExactly(host);
        assertThat(answer.content().getErrorNotification().getErrorMessage())
                .startsWith(error + ":");
        assertThat(answer.content().getErrorNotification().getClienterr()).isTrue();
    }

    @Test
    void onlyTheHostIsToldWhatIsWrongWithAStart() throws InterruptedException {
        prepare();
        gateway.request(guest, 1, "game_start_request { objects { x: 1 } }");
        assertThat(gateway.error()).isEqualTo("NOT_HOST");
        gateway.request(host, 1, "game_start_request { objects { x: 1 } }");
        assertThat(gateway.error()).isEqualTo("INVALID_START_DATA");
        gateway.request(host, 1, "player_use_item_request {}");
        assertThat(gateway.error()).isEqualTo("GAME_NOT_STARTED");
    }

    @Test
    void answersAPayloadThatIsNoPacket() throws InterruptedException {
        start();
        byte[] garbage = "no protobuf".getBytes(StandardCharsets.US_ASCII);
        gateway.request(guest, 1, PacketType.C_PLAYER_OPEN_BOX_REQUEST, garbage);
        assertThat(gateway.error()).isEqualTo("MALFORMED_PAYLOAD");
        gateway.request(guest, 1, "player_chatting_request { message: 'still here' }");
        gateway.packet(4025);
    }

    @Test
    void ignoresPacketsOfUsersWithoutAGameAndOfOldSessions() throws InterruptedException {
        gateway.request(guest, 1, "player_use_item_request {}");
        gateway.done(guest);
        start();
        gateway.logIn(guest, 2);
        gateway.request(guest, 1, "player_chatting_request { message: 'old' }");
        gateway.request(host, 1, "player_chatting_request { message: 'new' }");
        assertThat(gateway.packet(4025).content().getPlayerChattingNotification().getMessage())
                .isEqualTo("new");
    }

    @Test
    void keepsTheSeatOfWhoDisconnectsAndShowsTheStateToWhoComesBack() throws InterruptedException {
        start();
        gateway.logOut(guest, 1);
        awaitReceivers(List.of(host));

        try (TestGateway other = TestGateway.open(server.port(), "gateway-2")) {
            Location location = other.logIn(guest, 2).getSessionAccepted().getLocation();
            assertThat(location.getPlace()).isEqualTo(Location.Place.GAME);
            assertThat(location.getRoomId()).isEqualTo(game);
            assertThat(location.getGameInstance()).isEqualTo("game-test");
            other.send(
                    "resume_seat { game_id: %d user_id: %d session_number: 2 }"
                            .formatted(game, guest));
            Event.Packet first = (Event.Packet) other.next();
            assertThat(first.type()).isEqualTo(3006);
            assertThat(first.content().getGameStartNotification().getItemsCount()).isEqualTo(2);
            assertThat(other.packet(4002).receivers()).containsExactly(guest);
            other.request(guest, 2, "player_chatting_request { message: 'back' }");
            other.packet(4025);
            assertThat(gateway.packet(4025).receivers()).containsExactly(host);
        }
    }

    @Test
    void givesUpTheSeatOfWhoDeclinesIt() throws InterruptedException {
        start();
        gateway.logOut(guest, 1);
        gateway.logIn(guest, 2);
        gateway.send(
                "decline_seat { game_id: %d user_id: %d session_number: 2 }"
                        .formatted(game, guest));
        assertThat(gateway.control(BodyCase.PLAYER_LEFT).getPlayerLeft().getUserId())
                .isEqualTo(guest);
        assertThat(games.ofUser(guest)).isNull();
        assertThat(games.ofUser(host)).isNotNull();
    }

    @Test
    void countsPlayersAsAwayWhenTheirGatewayIsLost() throws InterruptedException {
        try (TestGateway other = TestGateway.open(server.port(), "gateway-2")) {
            gateway.logOut(guest, 1);
            other.logIn(guest, 2);
            start();
            assertThat(gateway.packet(4002).receivers()).containsExactly(host);
        }
        gateway.rest();
        awaitSinglePosition();
        gateway.logIn(guest, 3);
        gateway.send(
                "resume_seat { game_id: %d user_id: %d session_number: 3 }".formatted(game, guest));
        assertThat(gateway.packet(3006).receivers()).containsExactly(guest);
    }

    private void awaitReceivers(List<Integer> receivers) throws InterruptedException {
        while (!gateway.packet(4002).receivers().equals(receivers)) {
            assertThat(games.find(game)).isNotNull();
        }
    }

    private void awaitSinglePosition() throws InterruptedException {
        while (gateway.packet(4002)
                        .content()
                        .getPlayerPositionUpdateNotification()
                        .getPlayerPositionsCount()
                != 1) {
            assertThat(games.find(game)).isNotNull();
        }
    }

    @Test
    void endsACancelledGame() throws InterruptedException {
        prepare();
        gateway.send("cancel_game { game_id: " + game + " game_instance: 'another' }");
        gateway.send("cancel_game { game_id: " + game + " }");
        assertThat(gateway.control(BodyCase.PLAYERS_RELEASED).getPlayersReleased().getGameId())
                .isEqualTo(game);
        assertThat(gateway.packet(6003).receivers()).containsExactly(host, guest);
    }

    @Test
    void aFloodInOneGameDelaysNoOther() throws InterruptedException {
        start();
        int calmGame = IDS.incrementAndGet();
        int calmHost = IDS.incrementAndGet();
        try (TestGateway calm = TestGateway.open(server.port(), "gateway-calm")) {
            calm.logIn(calmHost, 1);
            calm.send(
                    ("create_game { room { room_id: %d owner_id: %d name: 'Calm' max_user_num: 2"
                                    + " users { user_id: %d name: 'calm' } } }")
                            .formatted(calmGame, calmHost, calmHost));
            calm.packet(3003);
            StringBuilder moves = new StringBuilder("monster_move_request {");
            for (int monster = 1; monster <= 270; monster++) {
                moves.append(" monster_position_data { monster_id: ").append(monster).append(" }");
            }
            String flood = moves.append(" }").toString();
            byte[] payload = TestGateway.payload(flood);
            long slowest = 0;
            for (int round = 0; round < 20; round++) {
                for (int i = 0; i < 500; i++) {
                    gateway.request(guest, 1, PacketType.C_MONSTER_MOVE_REQUEST, payload);
                }
                long sent = System.nanoTime();
                calm.request(calmHost, 1, "player_open_box_request { item_box_id: 2 }");
                calm.packet(7001);
                slowest = Math.max(slowest, System.nanoTime() - sent);
            }
            assertThat(TimeUnit.NANOSECONDS.toMillis(slowest)).isLessThan(2_000);
            gateway.request(host, 1, "player_chatting_request { message: 'still here' }");
            gateway.packet(4025);
            assertThat(games.find(game)).isNotNull();
        }
    }
}
