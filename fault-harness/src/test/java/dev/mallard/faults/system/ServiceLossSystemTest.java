package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.mallard.bots.client.ConnectionEnd;
import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.PlayerActions;
import dev.mallard.bots.client.ResponseTimeoutException;
import dev.mallard.bots.client.ServerErrorException;
import dev.mallard.faults.cluster.Service;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CErrorNotification;
import dev.mallard.protocol.message.S2CGameOverNotification;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;
import dev.mallard.protocol.message.S2CPlayerEatFoodResponse;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What players see when a service is killed under them, and how the suite comes back. */
@Timeout(900)
class ServiceLossSystemTest {

    /** From the moment at which a service listens again to the first request that it answers. */
    private static final Duration RECONNECT_WITHIN = Duration.ofSeconds(2);

    /** From the death of a game service to the end of its games for their players. */
    private static final Duration GAME_OVER_WITHIN = Duration.ofSeconds(5);

    private static SuiteProcesses suite;

    @BeforeAll
    static void start() throws Exception {
        suite = SuiteProcesses.started("service-loss", Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        suite.close();
    }

    @Test
    void theLobbyIsKilled() throws Exception {
        try (GameClient owner = Players.newPlayer(suite, "lobby-owner");
                GameClient member = Players.newPlayer(suite, "lobby-member");
                GameClient host = Players.newPlayer(suite, "lobby-host");
                GameClient guest = Players.newPlayer(suite, "lobby-guest")) {
            Players.startGame(host, guest);
            RoomData room = owner.createRoom("patience", 4).getRoom();
            member.join(room.getRoomId());

            // Right after the answer: what was answered has to be stored.
            suite.kill(Service.LOBBY);
            assertRefused(owner, ErrorCode.LOBBY_UNAVAILABLE);
            assertRefused(member, ErrorCode.LOBBY_UNAVAILABLE);
            assertPlaying(host, guest, "without a lobby");

            suite.launch(Service.LOBBY);
            suite.awaitPort(Service.LOBBY);
            await().atMost(RECONNECT_WITHIN).ignoreExceptions().until(() -> answersList(owner));
            assertThat(roomsOf(member))
                    .filteredOn(other -> other.getRoomId() == room.getRoomId())
                    .singleElement()
                    .satisfies(
                            kept -> {
                                assertThat(kept.getName()).isEqualTo("patience");
                                assertThat(kept.getUsersList())
                                        .extracting(User::getName)
                                        .containsExactly("lobby-owner", "lobby-member");
                            });
            assertPlaying(host, guest, "with a lobby again");
            member.leave();
            owner.leave();
        }
    }

    @Test
    void theGameServiceIsKilled() throws Exception {
        try (GameClient host = Players.newPlayer(suite, "game-host");
                GameClient guest = Players.newPlayer(suite, "game-guest")) {
            RoomData room = Players.startGame(host, guest);

            suite.kill(Service.GAME);
            for (GameClient player : List.of(host, guest)) {
                player.awaitNotification(S2CGameOverNotification.class, GAME_OVER_WITHIN);
                assertThat(roomsOf(player))
                        .extracting(RoomData::getRoomId)
                        .doesNotContain(room.getRoomId());
            }
            RoomData next = host.createRoom("again", 2).getRoom();
            guest.join(next.getRoomId());
            assertThatExceptionOfType(ServerErrorException.class)
                    .isThrownBy(host::prepare)
                    .matches(error -> error.is(ErrorCode.NO_GAME_SERVER));

            suite.launch(Service.GAME);
            suite.awaitPort(Service.GAME);
            await().atMost(RECONNECT_WITHIN).ignoreExceptions().until(() -> prepares(host));
        }
    }

    @Test
    void aRequestToADeadGameServiceIsAnswered() throws Exception {
        try (GameClient host = Players.newPlayer(suite, "eater-host");
                GameClient guest = Players.newPlayer(suite, "eater-guest")) {
            Players.startGame(host, guest);
            suite.kill(Service.GAME);
            GamePacket.Builder eat = GamePacket.newBuilder();
            eat.getPlayerUseItemRequestBuilder()
                    .setItemData(ItemData.newBuilder().setItemCode(1).setCount(1));
            assertThatExceptionOfType(ServerErrorException.class)
                    .isThrownBy(() -> host.request(eat.build(), S2CPlayerEatFoodResponse.class))
                    .matches(error -> error.is(ErrorCode.GAME_UNAVAILABLE));
            host.awaitNotification(S2CGameOverNotification.class, GAME_OVER_WITHIN);
            suite.start(Service.GAME);
            suite.awaitReady(Service.GATEWAY);
        }
    }

    @Test
    void theGatewayIsKilledAndPlayersResume() throws Exception {
        GameClient host = Players.newPlayer(suite, "gateway-host");
        GameClient guest = Players.newPlayer(suite, "gateway-guest");
        Players.startGame(host, guest);
        GameClient late = suite.connect();
        late.register(Players.email("gateway-late"), Players.PASSWORD, "gateway-late");

        // Right after the answer: an account that was answered has to be stored.
        suite.kill(Service.GATEWAY);
        assertThat(host.closed().get(10, TimeUnit.SECONDS))
                .isIn(ConnectionEnd.CLOSED_BY_SERVER, ConnectionEnd.BROKEN);
        assertThat(guest.closed().get(10, TimeUnit.SECONDS))
                .isIn(ConnectionEnd.CLOSED_BY_SERVER, ConnectionEnd.BROKEN);

        late.close();
        suite.start(Service.GATEWAY);
        try (GameClient hostAgain = Players.returningPlayer(suite, "gateway-host");
                GameClient guestAgain = Players.returningPlayer(suite, "gateway-guest");
                GameClient lateAgain = Players.returningPlayer(suite, "gateway-late")) {
            assertThat(lateAgain.closed()).isNotDone();
            for (GameClient player : List.of(hostAgain, guestAgain)) {
                S2CGameStartNotification state =
                        player.awaitNotification(S2CGameStartNotification.class, Players.PATIENCE);
                assertThat(state.getMonstersCount()).isEqualTo(270);
            }
            assertPlaying(hostAgain, guestAgain, "after a detour");
        }
    }

    @Test
    void aGatewayThatIsStoppedSaysGoodbyeAndAccountsSurvive() throws Exception {
        try (GameClient client = Players.newPlayer(suite, "survivor")) {
            suite.stop(Service.GATEWAY);
            assertThat(client.closed().get(10, TimeUnit.SECONDS)).isEqualTo(ConnectionEnd.GET_OUT);
        }
        suite.start(Service.GATEWAY);
        try (GameClient again = Players.returningPlayer(suite, "survivor")) {
            assertThat(again.listRooms()).isNotNull();
        }
    }

    @Test
    void everyServiceIsStoppedInTurnAndComesBack() throws Exception {
        try (GameClient client = Players.newPlayer(suite, "patient")) {
            suite.stop(Service.GAME);
            suite.start(Service.GAME);
            suite.stop(Service.LOBBY);
            assertRefused(client, ErrorCode.LOBBY_UNAVAILABLE);
            suite.start(Service.LOBBY);
            await().atMost(RECONNECT_WITHIN).ignoreExceptions().until(() -> answersList(client));
            client.createRoom("after all", 2);
            await().atMost(RECONNECT_WITHIN).ignoreExceptions().until(() -> prepares(client));
        }
    }

    private static void assertRefused(GameClient client, ErrorCode expected) {
        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(client::listRooms)
                .satisfies(error -> assertThat(error.identifier()).isEqualTo(expected.name()));
    }

    private static boolean answersList(GameClient client) throws InterruptedException {
        return client.listRooms().isInitialized();
    }

    private static boolean prepares(GameClient owner) throws InterruptedException {
        return owner.prepare().getSuccess();
    }

    private static List<RoomData> roomsOf(GameClient client) throws InterruptedException {
        return client.listRooms().getRoomsList();
    }

    /** What one says, both hear; and nobody has heard of an error. */
    private static void assertPlaying(GameClient one, GameClient other, String words)
            throws InterruptedException {
        new PlayerActions(one).chat(words);
        for (GameClient player : List.of(one, other)) {
            player.awaitNotification(
                    S2CPlayerChattingNotification.class,
                    chat -> chat.getMessage().equals(words),
                    Players.PATIENCE);
            assertThatExceptionOfType(ResponseTimeoutException.class)
                    .isThrownBy(
                            () ->
                                    player.awaitNotification(
                                            S2CErrorNotification.class, Duration.ofMillis(1)));
        }
    }
}
