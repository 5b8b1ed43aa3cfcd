package dev.mallard.gateway.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.TestPackets;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.protocol.link.message.CancelGame;
import dev.mallard.protocol.link.message.GameCreated;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.GameNotCreated;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.PlayerLeft;
import dev.mallard.protocol.link.message.PlayersReleased;

import org.junit.jupiter.api.Test;

/** Preparing, playing, ending and losing a game, as the services and the clients see it. */
class GamePlacementIntegrationTest extends PlacementFixture {

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
    void aLobbyThatWasAwayHearsWhatBecameOfTheGame() throws Exception {
        prepare(GAME_ID);
        game.control(BodyCase.CREATE_GAME);
        lobby.kill();
        await().until(() -> gateway.links().stream().filter(l -> l.isUsable()).count() == 2);
        LinkControl.Builder created =
                LinkControl.newBuilder()
                        .setGameCreated(
                                GameCreated.newBuilder()
                                        .setGameId(GAME_ID)
                                        .setGameInstance("game-1"));
        game.control(client.userId(), created);

        lobby.start();

        assertThat(lobby.control(BodyCase.GAME_CREATED)).isEqualTo(created.build());
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
        await().until(() -> gateway.counters().droppedPackets() == 1);
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
}
