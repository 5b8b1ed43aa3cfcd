package dev.mallard.gateway.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.protocol.link.message.CancelGame;
import dev.mallard.protocol.link.message.GameCreated;
import dev.mallard.protocol.link.message.GameEndRecorded;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.GameNotCreated;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.PlayerLeft;
import dev.mallard.protocol.link.message.PlayersEntered;
import dev.mallard.protocol.link.message.PlayersReleased;
import dev.mallard.protocol.link.message.PrepareGame;
import dev.mallard.protocol.message.GamePacket.PayloadCase;
import dev.mallard.protocol.message.RoomData;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Preparing, playing, ending and losing a game, as the services and the clients see it. */
class GamePlacementIntegrationTest {

    private static final int GAME_ID = 7;

    private FakeService lobby;
    private FakeService game;
    private FakeService busyGame;
    private RunningGateway gateway;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        lobby = new FakeService("lobby", "lobby-1").start();
        busyGame = new FakeService("game", "game-busy");
        busyGame.games = 2;
        busyGame.start();
        game = new FakeService("game", "game-1").start();
        gateway =
                new RunningGateway(
                                lobby.address(),
                                busyGame.address() + "," + game.address(),
                                "mallard.gateway.upstream.game-lost-after=1s",
                                "mallard.gateway.upstream.game-end-timeout=500ms")
                        .awaitLinks();
        client = gateway.loggedIn();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        gateway.close();
        lobby.close();
        game.close();
        busyGame.close();
    }

    @Test
    void theInstanceWithTheFewestGamesGetsTheGame() throws Exception {
        for (int i = 0; i < 3; i++) {
            prepare(i + 1);
        }
        // Two games bring it to the level of the busy one, which comes first among equals.
        for (int i = 0; i < 2; i++) {
            assertThat(game.control(BodyCase.CREATE_GAME).getCreateGame().getRoom().getRoomId())
                    .isEqualTo(i + 1);
        }
        assertThat(busyGame.control(BodyCase.CREATE_GAME).getCreateGame().getRoom().getRoomId())
                .isEqualTo(3);
    }

    @Test
    void theLobbyHearsWhatBecameOfTheGame() throws Exception {
        prepare(GAME_ID);
        game.control(BodyCase.CREATE_GAME);
        LinkControl.Builder created =
                LinkControl.newBuilder()
                        .setGameCreated(
                                GameCreated.newBuilder()
                                        .setGameId(GAME_ID)
                                        .setGameInstance("game-1"));
        game.control(client.userId(), created);
        assertThat(lobby.control(BodyCase.GAME_CREATED)).isEqualTo(created.build());
        prepare(8);
        LinkControl.Builder notCreated =
                LinkControl.newBuilder()
                        .setGameNotCreated(
                                GameNotCreated.newBuilder()
                                        .setGameId(8)
                                        .setError("GAME_CREATE_FAILED"));
        game.control(client.userId(), notCreated);
        assertThat(lobby.control(BodyCase.GAME_NOT_CREATED)).isEqualTo(notCreated.build());
    }

    @Test
    void withoutAGameServiceTheLobbyIsToldSo() throws Exception {
        game.kill();
        busyGame.kill();
        await().until(() -> gateway.links().stream().filter(l -> l.isUsable()).count() == 1);
        prepare(GAME_ID);
        assertThat(lobby.control(BodyCase.GAME_NOT_CREATED).getGameNotCreated())
                .isEqualTo(
                        GameNotCreated.newBuilder()
                                .setGameId(GAME_ID)
                                .setError("NO_GAME_SERVER")
                                .build());
    }

    @Test
    void aGameServiceThatDiesWhileCreatingIsAnsweredFor() throws Exception {
        prepare(GAME_ID);
        game.control(BodyCase.CREATE_GAME);
        game.kill();
        assertThat(lobby.control(BodyCase.GAME_NOT_CREATED).getGameNotCreated())
                .isEqualTo(
                        GameNotCreated.newBuilder()
                                .setGameId(GAME_ID)
                                .setError("GAME_CREATE_FAILED")
                                .build());
        // It may have created the game all the same.
        game.start();
        assertThat(game.control(BodyCase.CANCEL_GAME).getCancelGame())
                .isEqualTo(
                        CancelGame.newBuilder()
                                .setGameId(GAME_ID)
                                .setGameInstance("game-1")
                                .build());
    }

    @Test
    void aCancellationGoesToTheInstanceOrToAll() throws Exception {
        CancelGame.Builder toOne = CancelGame.newBuilder().setGameId(1).setGameInstance("game-1");
        lobby.control(client.userId(), LinkControl.newBuilder().setCancelGame(toOne));
        CancelGame.Builder toAll = CancelGame.newBuilder().setGameId(2);
        lobby.control(client.userId(), LinkControl.newBuilder().setCancelGame(toAll));
        assertThat(game.control(BodyCase.CANCEL_GAME).getCancelGame()).isEqualTo(toOne.build());
        assertThat(game.control(BodyCase.CANCEL_GAME).getCancelGame()).isEqualTo(toAll.build());
        assertThat(busyGame.control(BodyCase.CANCEL_GAME).getCancelGame()).isEqualTo(toAll.build());
    }

    @Test
    void playersAreInTheGameFromTheirEntryToTheirRelease() throws Exception {
        client.send(TestPackets.position());
        enter();
        client.send(TestPackets.chat("hello"));
        assertThat(game.request().packetType())
                .as("the dropped packet is not there")
                .isEqualTo(4024);
        client.send(TestPackets.roomList());
        assertThat(client.readError()).isEqualTo("ALREADY_IN_GAME");
        game.control(
                client.userId(),
                LinkControl.newBuilder()
                        .setPlayersReleased(
                                PlayersReleased.newBuilder()
                                        .setGameId(GAME_ID)
                                        .addUserIds(client.userId())));
        awaitPhase(SessionPhase.IN_LOBBY);
        client.send(TestPackets.roomList());
        assertThat(lobby.request().packetType()).isEqualTo(2006);
    }

    @Test
    void theReleaseFromAnotherGameIsIgnored() throws Exception {
        enter();
        game.control(
                client.userId(),
                LinkControl.newBuilder()
                        .setPlayersReleased(
                                PlayersReleased.newBuilder()
                                        .setGameId(GAME_ID + 1)
                                        .addUserIds(client.userId())));
        client.send(TestPackets.chat("still here"));
        assertThat(game.request().packetType()).isEqualTo(4024);
    }

    @Test
    void theReleaseFromAnotherInstanceIsIgnored() throws Exception {
        enter();
        busyGame.control(
                client.userId(),
                LinkControl.newBuilder()
                        .setPlayersReleased(
                                PlayersReleased.newBuilder()
                                        .setGameId(GAME_ID)
                                        .addUserIds(client.userId())));
        busyGame.roundTrip(client.userId());
        client.send(TestPackets.chat("still here"));
        assertThat(game.request().packetType()).isEqualTo(4024);
    }

    @Test
    void reportsAndReceiptsPassThrough() throws Exception {
        LinkControl.Builder ended =
                LinkControl.newBuilder()
                        .setGameEnded(
                                GameEnded.newBuilder()
                                        .setGameId(GAME_ID)
                                        .setGameInstance("game-1")
                                        .addUserIds(client.userId())
                                        .setOutcome("CLEARED"));
        game.control(client.userId(), ended);
        assertThat(lobby.control(BodyCase.GAME_ENDED)).isEqualTo(ended.build());
        LinkControl.Builder recorded = recorded();
        lobby.control(client.userId(), recorded);
        assertThat(game.control(BodyCase.GAME_END_RECORDED)).isEqualTo(recorded.build());
        LinkControl.Builder left =
                LinkControl.newBuilder()
                        .setPlayerLeft(
                                PlayerLeft.newBuilder()
                                        .setGameId(GAME_ID)
                                        .setUserId(client.userId()));
        game.control(client.userId(), left);
        assertThat(lobby.control(BodyCase.PLAYER_LEFT)).isEqualTo(left.build());
    }

    @Test
    void aLostGameIsOverForItsPlayersOnceTheLobbyKnows() throws Exception {
        enter();
        game.kill();
        client.send(TestPackets.position()).send(TestPackets.chat("anybody?"));
        assertThat(client.readError()).isEqualTo("GAME_UNAVAILABLE");
        GameEnded report = lobby.control(BodyCase.GAME_ENDED).getGameEnded();
        assertThat(report.getGameId()).isEqualTo(GAME_ID);
        assertThat(report.getGameInstance()).isEqualTo("game-1");
        assertThat(report.getOutcome()).isEqualTo("SERVER_LOST");
        assertThat(report.getUserIdsList()).containsExactly(client.userId());
        lobby.control(client.userId(), recorded());
        client.read(PayloadCase.GAME_OVER_NOTIFICATION);
        client.send(TestPackets.roomList());
        assertThat(lobby.request().packetType()).isEqualTo(2006);
    }

    @Test
    void aLostGameIsOverForItsPlayersEvenIfTheLobbyDoesNotAnswer() throws Exception {
        enter();
        game.kill();
        client.read(PayloadCase.GAME_OVER_NOTIFICATION);
    }

    @Test
    void aGameWhoseServiceComesBackWithItGoesOn() throws Exception {
        enter();
        game.place(
                client.userId(),
                Location.newBuilder()
                        .setPlace(Location.Place.GAME)
                        .setRoomId(GAME_ID)
                        .setGameInstance("game-1")
                        .build());
        game.kill();
        game.start();
        assertThat(game.control(BodyCase.RESUME_SEAT).getResumeSeat().getUserId())
                .as("told everything again")
                .isEqualTo(client.userId());
        awaitDoubtToEnd();
        client.send(TestPackets.chat("still here"));
        assertThat(game.request().packetType()).isEqualTo(4024);
        assertThat(gateway.counters().inPhase(SessionPhase.IN_GAME)).isEqualTo(1);
    }

    @Test
    void aGameThatItsServiceHasForgottenIsOver() throws Exception {
        enter();
        game.kill();
        game.start();
        client.read(PayloadCase.GAME_OVER_NOTIFICATION);
        assertThat(gateway.counters().inPhase(SessionPhase.IN_LOBBY)).isEqualTo(1);
    }

    /** Waits until another player's game, lost at the same time, has been given up. */
    private void awaitDoubtToEnd() throws Exception {
        try (TestClient other = gateway.loggedIn()) {
            busyGame.control(other.userId(), entered(GAME_ID + 1, "game-busy", other.userId()));
            awaitPhaseCount(SessionPhase.IN_GAME, 2);
            busyGame.kill();
            other.read(PayloadCase.GAME_OVER_NOTIFICATION);
        }
    }

    private void prepare(int gameId) {
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

    private void enter() {
        game.control(client.userId(), entered(GAME_ID, "game-1", client.userId()));
        awaitPhase(SessionPhase.IN_GAME);
    }

    private static LinkControl.Builder entered(int gameId, String instance, int userId) {
        return LinkControl.newBuilder()
                .setPlayersEntered(
                        PlayersEntered.newBuilder()
                                .setGameId(gameId)
                                .setGameInstance(instance)
                                .addUserIds(userId));
    }

    private static LinkControl.Builder recorded() {
        return LinkControl.newBuilder()
                .setGameEndRecorded(
                        GameEndRecorded.newBuilder().setGameId(GAME_ID).setGameInstance("game-1"));
    }

    private void awaitPhase(SessionPhase phase) {
        awaitPhaseCount(phase, 1);
    }

    private void awaitPhaseCount(SessionPhase phase, int count) {
        await().until(() -> gateway.counters().inPhase(phase) == count);
    }
}
