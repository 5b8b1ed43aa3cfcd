package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Entering and leaving rooms, over a link. */
class RoomMembersIntegrationTest extends RoomsScenario {

    @Test
    void answersTheOneWhoJoinsAndTellsTheOthers() {
        int room = owner.create("Pond", 4).getRoomId();

        assertThat(member.join(room).getUsersList()).containsExactly(user(owner), user(member));
        GamePacket told = owner.notification();
        assertThat(told.getPayloadCase()).isEqualTo(PayloadCase.JOIN_ROOM_NOTIFICATION);
        assertThat(told.getJoinRoomNotification().getUser()).isEqualTo(user(member));

        assertThat(other.join(room).getUsersList())
                .containsExactly(user(owner), user(member), user(other));
        for (FakeUser present : List.of(owner, member)) {
            assertThat(present.notification().getJoinRoomNotification().getUser())
                    .isEqualTo(user(other));
        }
        other.hasHeardNothing();
    }

    @Test
    void refusesToLetMoreInThanThereAreSeats() {
        int room = owner.create("Pond", 2).getRoomId();
        member.join(room);

        other.askToJoin(room);

        assertThat(other.rejection()).isEqualTo(ErrorCode.ROOM_FULL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesToJoinRoomsThatAreNotThere(int room) {
        other.askToJoin(room);

        assertThat(other.rejection()).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void refusesToJoinTwice() {
        int room = owner.create("Pond", 4).getRoomId();

        owner.askToJoin(room);
        assertThat(owner.rejection()).isEqualTo(ErrorCode.ALREADY_IN_ROOM);
        owner.askToJoin(-1);
        assertThat(owner.rejection()).isEqualTo(ErrorCode.ALREADY_IN_ROOM);
    }

    @Test
    void answersTheOneWhoLeavesAndTellsTheOthers() {
        int room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        owner.notification();
        other.join(room);
        owner.notification();
        member.notification();

        member.leave();

        for (FakeUser present : List.of(owner, other)) {
            GamePacket told = present.notification();
            assertThat(told.getPayloadCase()).isEqualTo(PayloadCase.LEAVE_ROOM_NOTIFICATION);
            assertThat(told.getLeaveRoomNotification().getUser()).isEqualTo(user(member));
        }
        assertThat(member.list().getFirst().getUsersList())
                .containsExactly(user(owner), user(other));
        assertThat(member.join(room).getUsersList())
                .containsExactly(user(owner), user(other), user(member));
        owner.notification();
        other.notification();
    }

    @Test
    void anOwnerWhoLeavesDissolvesTheRoom() {
        int room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        owner.notification();

        owner.leave();

        GamePacket told = member.notification();
        assertThat(told.getLeaveRoomResponse().getSuccess()).isTrue();
        assertThat(member.list()).isEmpty();
        owner.hasHeardNothing();
        member.askToLeave();
        assertThat(member.rejection()).isEqualTo(ErrorCode.NOT_IN_ROOM);
        assertThat(member.create("Lake", 2).getRoomId()).isGreaterThan(room);
    }

    @Test
    void refusesToLeaveOrPrepareOutsideOfARoom() {
        owner.askToLeave();
        assertThat(owner.rejection()).isEqualTo(ErrorCode.NOT_IN_ROOM);
        owner.askToPrepare();
        assertThat(owner.rejection()).isEqualTo(ErrorCode.NOT_IN_ROOM);
    }

    @Test
    void reachesMembersAtOtherGateways() {
        try (FakeGateway second = FakeGateway.connect(lobby.port(), "gateway-2")) {
            FakeUser remote = second.logIn(USERS.incrementAndGet());
            int room = owner.create("Pond", 4).getRoomId();

            remote.join(room);

            assertThat(owner.notification().getJoinRoomNotification().getUser())
                    .isEqualTo(user(remote));
            owner.leave();
            assertThat(remote.notification().hasLeaveRoomResponse()).isTrue();
        }
    }
}
