package dev.mallard.gateway.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import org.junit.jupiter.api.Test;

/** What becomes of a game when the link to its service breaks. */
class LostGameIntegrationTest extends PlacementFixture {

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
}
