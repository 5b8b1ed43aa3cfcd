package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.message.GamePacket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users in a waiting room see of each other, over a link. */
class GesturesIntegrationTest extends RoomsScenario {

    @Test
    void showsGesturesToTheOthersInTheRoom() {
        int room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        owner.notification();

        member.gesture(0.5f, -1);

        GamePacket shown = owner.notification();
        assertThat(shown.getPlayerAttackNotification().getPlayerId()).isEqualTo(member.id());
        assertThat(shown.getPlayerAttackNotification().getPlayerDirX()).isEqualTo(0.5f);
        assertThat(shown.getPlayerAttackNotification().getPlayerDirY()).isEqualTo(-1);
        member.hasHeardNothing();
        other.hasHeardNothing();
    }

    @ParameterizedTest
    @CsvSource({"NaN,0", "0,NaN", "Infinity,0", "0,-Infinity"})
    void dropsGesturesWithoutADirection(float x, float y) {
        int room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        owner.notification();

        member.gesture(x, y);

        member.hasHeardNothing();
        owner.hasHeardNothing();
    }

    @Test
    void dropsGesturesThatAreTooFastOrOutsideOfARoom() {
        other.gesture(1, 1);
        other.hasHeardNothing();
        int room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        owner.notification();

        for (int i = 0; i < 50; i++) {
            member.gesture(1, 1);
        }
        member.hasHeardNothing();

        int shown = 0;
        owner.askToLeave();
        while (gateway.next(owner.id()) instanceof FakeGateway.Event.Packet(var answer, var p)
                && !answer) {
            assertThat(p.hasPlayerAttackNotification()).isTrue();
            shown++;
        }
        assertThat(shown).isBetween(20, 45);
        member.notification();
    }
}
