package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.message.C2SCreateRoomRequest;
import dev.mallard.protocol.message.C2SItemCombinationRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;
import dev.mallard.protocol.message.User;

import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients do with rooms, over a link. */
class RoomsIntegrationTest {

    private static final AtomicInteger USERS = new AtomicInteger();

    @TempDir static Path folder;
    private static RunningLobby lobby;

    private FakeGateway gateway;
    private FakeUser owner;
    private FakeUser member;
    private FakeUser other;

    @BeforeAll
    static void start() {
        lobby = RunningLobby.on(folder);
    }

    @AfterAll
    static void stop() {
        lobby.close();
    }

    @BeforeEach
    void connect() {
        gateway = FakeGateway.connect(lobby.port(), "gateway-1");
        owner = gateway.logIn(USERS.incrementAndGet());
        member = gateway.logIn(USERS.incrementAndGet());
        other = gateway.logIn(USERS.incrementAndGet());
    }

    /** The owners of all rooms leave, so that the next test finds none. */
    @AfterEach
    void leave() {
        for (RoomData room : other.list()) {
            gateway.user(room.getOwnerId(), 1).askToLeave();
            gateway.next(room.getOwnerId());
        }
        gateway.close();
    }

    private static User user(FakeUser user) {
        return User.newBuilder().setUserId(user.id()).setName("user" + user.id()).build();
    }

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
