package dev.mallard.gateway.placement;

import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.protocol.link.message.GameEndRecorded;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.PlayersEntered;
import dev.mallard.protocol.link.message.PrepareGame;
import dev.mallard.protocol.message.RoomData;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A gateway with a lobby and two game services, and one player. */
abstract class PlacementFixture {

    static final int GAME_ID = 7;

    FakeService lobby;
    FakeService game;
    FakeService busyGame;
    RunningGateway gateway;
    TestClient client;

    @BeforeEach
    void start() throws Exception {
        lobby = new FakeService("lobby", "lobby-1").start();
        busyGame = new FakeService("game", "game-busy");
        busyGame.games = 2;
        busyGame.gamesSurvive = gamesSurvive();
        busyGame.start();
        game = new FakeService("game", "game-1");
        game.gamesSurvive = gamesSurvive();
        game.start();
        gateway =
                new RunningGateway(
                                lobby.address(),
                                busyGame.address() + "," + game.address(),
                                "mallard.gateway.upstream.game-lost-after=1s",
                                "mallard.gateway.upstream.game-takeover-timeout=5s",
                                "mallard.gateway.upstream.game-end-timeout=500ms")
                        .awaitLinks();
        client = gateway.loggedIn();
    }

    /** Whether the game services say that their games go on elsewhere if they die. */
    boolean gamesSurvive() {
        return false;
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        gateway.close();
        lobby.close();
        game.close();
        busyGame.close();
    }

    void prepare(int gameId) {
        lobby.control(
                client.userId(),
                LinkControl.newBuilder()
                        .setPrepareGame(
                                PrepareGame.newBuilder()
                                        .setRoom(
                                                RoomData.newBuilder()
                                                        .setRoomId(gameId)
                                                        .setOwnerId(client.userId()))));
    }

    void enter() {
        game.control(client.userId(), entered(GAME_ID, "game-1", client.userId()));
        awaitPhase(SessionPhase.IN_GAME);
    }

    static LinkControl.Builder entered(int gameId, String instance, int userId) {
        return LinkControl.newBuilder()
                .setPlayersEntered(
                        PlayersEntered.newBuilder()
                                .setGameId(gameId)
                                .setGameInstance(instance)
                                .addUserIds(userId));
    }

    static LinkControl.Builder recorded() {
        return LinkControl.newBuilder()
                .setGameEndRecorded(
                        GameEndRecorded.newBuilder().setGameId(GAME_ID).setGameInstance("game-1"));
    }

    void awaitPhase(SessionPhase phase) {
        awaitPhaseCount(phase, 1);
    }

    void awaitPhaseCount(SessionPhase phase, int count) {
        await().until(() -> gateway.counters().inPhase(phase) == count);
    }
}
