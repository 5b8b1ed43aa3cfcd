package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.message.RoomStateType;

import org.junit.jupiter.api.Test;

/** Who is a member of a room while its game runs, over a link. */
class GameMembersIntegrationTest extends GameScenario {

    @Test
    void aPlayerWhoseSeatIsGoneIsNoMember() {
        play();

        gateway.control(GameMessages.playerLeft(room, member.id()));

        assertThat(member.create("Lake", 2).getUsersList()).hasSize(1);
        assertThat(state()).isEqualTo(RoomStateType.PLAY);
        owner.hasHeardNothing();
        gateway.control(GameMessages.playerLeft(room, member.id()));
        gateway.control(GameMessages.playerLeft(room, owner.id()));
        assertThat(owner.create("Sea", 2).getUsersList()).hasSize(1);
        assertThat(roomIsGone()).isTrue();
    }

    @Test
    void aPlayerWhoDeclinesTheSeatIsServedAtOnce() {
        play();
        member.logOut();
        FakeUser again = gateway.logIn(member.id(), 2);

        gateway.control(GameMessages.declined(room, member.id(), 2));

        assertThat(again.create("Lake", 2).getUsersList()).hasSize(1);
    }

    @Test
    void aPlayerWhomTheGameLeftOutMayGo() {
        play();

        member.leave();

        assertThat(member.create("Lake", 2).getUsersList()).hasSize(1);
        owner.hasHeardNothing();
        owner.leave();
        assertThat(roomIsGone()).isTrue();
    }

    @Test
    void aPlayerFindsTheRunningGameAfterANewLogin() {
        play();
        member.logOut();

        gateway.openSession(member.id(), 2);

        Location location = gateway.accepted(member.id(), 2);
        assertThat(location.getPlace()).isEqualTo(Location.Place.GAME);
        assertThat(location.getRoomId()).isEqualTo(room);
        assertThat(location.getGameInstance()).isEqualTo("game-1");
        owner.hasHeardNothing();
    }
}
