package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.mallard.lobby.room.RoomSnapshot.Member;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CGetRoomListResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class RoomListingTest {

    private static RoomSnapshot room(int id, RoomState state, int members) {
        return new RoomSnapshot(
                id,
                "room",
                4,
                id * 10,
                state,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                IntStream.range(0, members)
                        .mapToObj(i -> new Member(id * 10 + i, "user"))
                        .toList());
    }

    private static List<Integer> ids(long maxBytes, List<RoomSnapshot> rooms) {
        return new RoomListing(maxBytes)
                .choose(listed(rooms)).stream().map(ListedRoom::id).toList();
    }

    private static List<ListedRoom> listed(List<RoomSnapshot> rooms) {
        return rooms.stream().map(room -> ListedRoom.of(room, 1)).toList();
    }

    /** What a client gets. */
    private static S2CGetRoomListResponse list(List<ListedRoom> rooms) {
        try {
            return GamePacket.parseFrom(RoomPackets.list(rooms).payload()).getGetRoomListResponse();
        } catch (InvalidProtocolBufferException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static int bytes(List<RoomSnapshot> rooms) {
        return list(listed(rooms)).getSerializedSize();
    }

    @Test
    void isEncodedAsTheMessageIs() {
        List<RoomSnapshot> rooms = List.of(room(1, RoomState.PLAY, 4), room(2, RoomState.WAIT, 1));
        GamePacket message =
                GamePacket.newBuilder()
                        .setGetRoomListResponse(
                                S2CGetRoomListResponse.newBuilder()
                                        .addAllRooms(
                                                rooms.stream()
                                                        .map(RoomSnapshot::toMessage)
                                                        .toList()))
                        .build();

        assertThat(RoomPackets.list(listed(rooms)).payload()).isEqualTo(message.toByteArray());
        assertThat(RoomPackets.list(List.of()).payload())
                .isEqualTo(
                        GamePacket.newBuilder()
                                .setGetRoomListResponse(S2CGetRoomListResponse.getDefaultInstance())
                                .build()
                                .toByteArray());
    }

    @Test
    void showsAllThatFitInTheOrderOfCreation() {
        List<RoomSnapshot> rooms =
                List.of(
                        room(1, RoomState.PLAY, 4),
                        room(2, RoomState.WAIT, 1),
                        room(3, RoomState.WAIT, 4),
                        room(4, RoomState.PREPARE, 2));
        int bytes = bytes(rooms);

        assertThat(ids(bytes, rooms)).containsExactly(1, 2, 3, 4);
        assertThat(ids(bytes - 1, rooms)).containsExactly(1, 2, 3);
    }

    @Test
    void leavesRoomsOutThatNobodyCanJoinFirst() {
        List<RoomSnapshot> rooms =
                List.of(
                        room(1, RoomState.PLAY, 1),
                        room(2, RoomState.WAIT, 1),
                        room(3, RoomState.WAIT, 4),
                        room(4, RoomState.WAIT, 1));
        int open = bytes(List.of(rooms.get(1), rooms.get(3)));

        assertThat(ids(open, rooms)).containsExactly(2, 4);
        assertThat(ids(open - 1, rooms)).containsExactly(2);
        assertThat(ids(1, rooms)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000})
    void neverExceedsItsSize(int maxBytes) {
        List<RoomSnapshot> rooms = new ArrayList<>();
        for (int id = 1; id <= 10_000; id++) {
            rooms.add(room(id, RoomState.values()[id % 3], 1 + id % 4));
        }

        List<ListedRoom> chosen = new RoomListing(maxBytes).choose(listed(rooms));

        assertThat(list(chosen).getSerializedSize()).isBetween(maxBytes - 200, maxBytes);
        assertThat(chosen)
                .isSortedAccordingTo((a, b) -> Integer.compare(a.id(), b.id()))
                .hasSizeBetween(1, 9_999);
    }
}
