package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.TestGateway.Event;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Players who go and come back. */
class SeatsIntegrationTest extends PlayedGame {

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
}
