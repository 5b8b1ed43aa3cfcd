package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.server.EncodedPacket;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Limit;

import java.time.Duration;
import java.util.List;

/** What rooms do on a real database; run once per database. */
abstract class RoomStoreContract extends RoomRaceContract {

    @Test
    void keepsARoom() {
        RoomSnapshot made = create(1, 4);

        RoomSnapshot kept = read(made.id());
        assertThat(kept.name()).isEqualTo("Pond");
        assertThat(kept.capacity()).isEqualTo(4);
        assertThat(kept.ownerId()).isEqualTo(1);
        assertThat(kept.state()).isEqualTo(RoomState.WAIT);
        assertThat(kept.gameInstance()).isNull();
        assertThat(kept.members()).containsExactly(new RoomSnapshot.Member(1, "user1"));
        assertThat(Duration.between(made.createdAt(), kept.createdAt()).abs())
                .isLessThan(Duration.ofMillis(1));
    }

    @Test
    void keepsMembersInTheOrderOfJoining() {
        int room = create(5, 8).id();
        for (int user : List.of(9, 2, 7)) {
            rooms.join(room, player(user));
        }
        rooms.leave(room, 2);
        rooms.join(room, player(2));

        assertThat(read(room).memberIds()).containsExactly(5, 9, 7, 2);
    }

    @Test
    void idsGrowAndAreNeverUsedAgain() {
        int first = create(1, 2).id();
        rooms.leave(first, 1);
        int second = create(1, 2).id();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void refusesMoreRoomsThanTheLimit() {
        for (int user = 1; user <= 20; user++) {
            create(user, 2);
        }

        assertRejected(() -> create(21, 2), ErrorCode.ROOM_LIMIT_REACHED);
        assertRejected(() -> create(21, 9), ErrorCode.ROOM_CAPACITY_INVALID);
        assertRejected(() -> create(1, 9), ErrorCode.ALREADY_IN_ROOM);
    }

    @Test
    void anOldSessionsEndDoesNotTouchANewerOne() {
        int room = create(1, 4).id();
        rooms.join(room, new Player(2, "user2", 7));

        assertThat(rooms.disconnect(room, 2, 6)).isEmpty();
        assertThat(rooms.disconnect(room, 3, 6)).isEmpty();
        assertThat(rooms.disconnect(room + 1000, 2, 7)).isEmpty();
        assertThat(read(room).memberIds()).containsExactly(1, 2);
        assertThat(rooms.disconnect(room, 2, 7)).containsInstanceOf(Departure.MemberLeft.class);
        assertThat(rooms.disconnect(room, 2, 7)).isEmpty();
        assertThat(rooms.disconnect(room, 1, 1)).containsInstanceOf(Departure.Dissolved.class);
    }

    @Test
    void duringTheGameADisconnectChangesNothing() {
        int room = create(1, 4).id();
        rooms.join(room, player(2));
        play(room);

        assertThat(rooms.disconnect(room, 1, 1)).isEmpty();
        assertThat(rooms.disconnect(room, 2, 1)).isEmpty();
        assertThat(rooms.leave(room, 1)).isEqualTo(new Departure.LeftGame(1));
        assertThat(read(room).memberIds()).containsExactly(2);
        rooms.leaveGame(room, 2, 0);
        assertThat(read(room).memberIds()).containsExactly(2);
        rooms.leaveGame(room, 2, 1);
        assertThat(repository.count()).isZero();
    }

    @Test
    void aWaitingRoomIsLeftByNoGame() {
        int room = create(1, 4).id();

        rooms.leaveGame(room, 1, Long.MAX_VALUE);
        rooms.abandon(room);

        assertThat(read(room).memberIds()).containsExactly(1);
        play(room);
        rooms.abandon(room);
        rooms.abandon(room);
        assertThat(repository.count()).isZero();
    }

    @Test
    void listsAllRoomsWithTheirMembers() {
        int first = create(1, 4).id();
        int second = create(2, 4).id();
        rooms.join(first, player(3));

        List<RoomSnapshot> all =
                repository.findAllWithMembers(List.of(first, second)).stream()
                        .map(Room::snapshot)
                        .toList();

        assertThat(all).extracting(RoomSnapshot::id).containsExactly(second, first);
        assertThat(all.getLast().memberIds()).containsExactly(1, 3);
        assertThat(repository.findNewestIds(Limit.of(1))).containsExactly(second);
        assertThat(repository.countByState())
                .containsExactly(new RoomRepository.StateCount(RoomState.WAIT, 2));
        assertThat(repository.findWhereabouts(List.of(1, 3, 99)))
                .extracting(Whereabouts::roomId)
                .containsExactly(first, first);
        assertThat(repository.findCompanyInWaitingRoom(1)).containsExactly(3);
        play(first);
        assertThat(repository.findCompanyInWaitingRoom(1)).isEmpty();
        assertThat(repository.findMembers(List.of(RoomState.PLAY)))
                .extracting(Whereabouts::gameInstance)
                .containsExactly("game-1", "game-1");
    }

    @Test
    void readsOnlyWhatHasChangedSinceTheLastList() throws Exception {
        int first = create(1, 4).id();
        int second = create(2, 4).id();
        EncodedPacket list = lists.read();
        assertThat(lists.read()).isSameAs(list);

        rooms.join(second, player(3));
        EncodedPacket joined = lists.read();
        assertThat(idsIn(joined)).containsExactly(first, second);
        assertThat(joined).isNotSameAs(list);
        assertThat(lists.read()).isSameAs(joined);

        rooms.leave(first, 1);
        int third = create(1, 4).id();
        assertThat(idsIn(lists.read())).containsExactly(second, third);
        rooms.leave(third, 1);
        rooms.leave(second, 2);
        assertThat(idsIn(lists.read())).isEmpty();
    }

    @Test
    void everyChangeOfARoomShowsInTheList() throws Exception {
        int room = create(1, 4).id();
        lists.read();

        rooms.join(room, player(2));
        assertThat(shown(room).getUsersCount()).isEqualTo(2);
        rooms.leave(room, 2);
        assertThat(shown(room).getUsersCount()).isEqualTo(1);
        rooms.join(room, player(3));
        assertThat(shown(room).getUsersList()).extracting(User::getUserId).containsExactly(1, 3);
        prepare(room);
        assertThat(shown(room).getState()).isEqualTo(RoomStateType.PREPARE);
        rooms.disconnect(room, 3, 1);
        assertThat(shown(room).getUsersCount()).isEqualTo(1);
    }

    private RoomData shown(int room) throws InvalidProtocolBufferException {
        return list(lists.read()).stream()
                .filter(r -> r.getRoomId() == room)
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> idsIn(EncodedPacket list) throws InvalidProtocolBufferException {
        return list(list).stream().map(RoomData::getRoomId).toList();
    }

    private static List<RoomData> list(EncodedPacket list) throws InvalidProtocolBufferException {
        return GamePacket.parseFrom(list.payload()).getGetRoomListResponse().getRoomsList();
    }
}
