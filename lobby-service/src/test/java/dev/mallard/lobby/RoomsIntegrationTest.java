package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.message.C2SCreateRoomRequest;
import dev.mallard.protocol.message.C2SItemCombinationRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;

import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Making rooms and seeing them, over a link. */
class RoomsIntegrationTest extends RoomsScenario {

    @Test
    void createsARoomWithItsOwnerInside() {
        RoomData room = owner.create("Pond", 4);

        assertThat(room.getRoomId()).isPositive();
        assertThat(room.getName()).isEqualTo("Pond");
        assertThat(room.getOwnerId()).isEqualTo(owner.id());
        assertThat(room.getMaxUserNum()).isEqualTo(4);
        assertThat(room.getState()).isEqualTo(RoomStateType.WAIT);
        assertThat(room.getUsersList()).containsExactly(user(owner));
        member.hasHeardNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "'',4,ROOM_NAME_EMPTY",
        "'   ',4,ROOM_NAME_EMPTY",
        "12345678901234567890123456,4,ROOM_NAME_TOO_LONG",
        "Pond,1,ROOM_CAPACITY_INVALID",
        "Pond,0,ROOM_CAPACITY_INVALID",
        "Pond,-1,ROOM_CAPACITY_INVALID",
        "Pond,9,ROOM_CAPACITY_INVALID",
        "Pond,2147483647,ROOM_CAPACITY_INVALID",
        "'',9,ROOM_NAME_EMPTY"
    })
    void refusesRoomsThatCannotBe(String name, int capacity, ErrorCode code) {
        assertThat(FakeGateway.error(owner.requestCreate(name, capacity))).isEqualTo(code);
        assertThat(owner.list()).isEmpty();
    }

    @Test
    void checksTheNameThenTheRoomThenTheCapacity() {
        owner.create("Pond", 4);

        assertThat(FakeGateway.error(owner.requestCreate("", 4)))
                .isEqualTo(ErrorCode.ROOM_NAME_EMPTY);
        assertThat(FakeGateway.error(owner.requestCreate("Lake", 99)))
                .isEqualTo(ErrorCode.ALREADY_IN_ROOM);
    }

    @Test
    void refusesANameThatNoDatabaseKeeps() {
        assertThat(FakeGateway.error(owner.requestCreate("a\0b", 4)))
                .isEqualTo(ErrorCode.MALFORMED_PAYLOAD);
    }

    @Test
    void keepsNamesAsTyped() {
        String name = " 오리 \uD83E\uDD86 <b>'; -- ";

        assertThat(owner.create(name, 2).getName()).isEqualTo(name);
        assertThat(member.list()).extracting(RoomData::getName).containsExactly(name);
    }

    @Test
    void listsAllRoomsInTheOrderOfCreation() {
        int first = owner.create("first", 2).getRoomId();
        int second = member.create("second", 2).getRoomId();
        other.join(first);
        owner.notification();

        List<RoomData> rooms = other.list();

        assertThat(rooms).extracting(RoomData::getRoomId).containsExactly(first, second);
        assertThat(second).isGreaterThan(first);
        assertThat(rooms.getFirst().getUsersList()).containsExactly(user(owner), user(other));
        assertThat(rooms.getLast().getUsersList()).containsExactly(user(member));
    }

    @Test
    void refusesUsersWhomNoGatewayHasAnnounced() {
        FakeUser stranger = gateway.user(USERS.incrementAndGet(), 1);

        stranger.askToLeave();

        assertThat(stranger.rejection()).isEqualTo(ErrorCode.USER_NOT_IN_LOBBY);
    }

    @Test
    void refusesPacketsThatAreNotForTheLobby() {
        owner.ask(
                GamePacket.newBuilder()
                        .setItemCombinationRequest(C2SItemCombinationRequest.getDefaultInstance())
                        .build());

        assertThat(owner.rejection()).isEqualTo(ErrorCode.UNKNOWN_PACKET_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"CREATE_ROOM_REQUEST", "JOIN_ROOM_REQUEST"})
    void refusesRequestsWithoutTheirMessage(PacketType type) {
        gateway.raw(new LinkFrame.Request(type.id(), owner.id(), 1, Unpooled.EMPTY_BUFFER));

        assertThat(owner.rejection()).isEqualTo(ErrorCode.MALFORMED_PAYLOAD);
    }

    @Test
    void answersTheRequestsOfOneUserInTheirOrder() {
        for (int i = 0; i < 10; i++) {
            owner.ask(createRequest("room " + i));
            owner.askToLeave();
        }
        for (int i = 0; i < 10; i++) {
            assertThat(owner.answer().getCreateRoomResponse().getRoom().getName())
                    .isEqualTo("room " + i);
            assertThat(owner.answer().hasLeaveRoomResponse()).isTrue();
        }
    }

    private static GamePacket createRequest(String name) {
        return GamePacket.newBuilder()
                .setCreateRoomRequest(
                        C2SCreateRoomRequest.newBuilder().setRoomName(name).setMaxUserNum(2))
                .build();
    }
}
