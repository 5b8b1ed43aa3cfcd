package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.lobby.room.RoomSnapshot.Member;
import dev.mallard.protocol.message.RoomData;

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
        return new RoomListing(maxBytes).choose(rooms).stream().map(RoomData::getRoomId).toList();
    }

    @Test
    void showsAllThatFitInTheOrderOfCreation() {
        List<RoomSnapshot> rooms =
                List.of(
                        room(1, RoomState.PLAY, 4),
                        room(2, RoomState.WAIT, 1),
                        room(3, RoomState.WAIT, 4),
                        room(4, RoomState.PREPARE, 2));
        int bytes =
                RoomPackets.list(rooms.stream().map(RoomSnapshot::toMessage).toList())
                        .getGetRoomListResponse()
                        .getSerializedSize();

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
        int open =
                RoomPackets.list(List.of(rooms.get(1).toMessage(), rooms.get(3).toMessage()))
                        .getGetRoomListResponse()
                        .getSerializedSize();

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

        List<RoomData> chosen = new RoomListing(maxBytes).choose(rooms);

        assertThat(RoomPackets.list(chosen).getGetRoomListResponse().getSerializedSize())
                .isBetween(maxBytes - 200, maxBytes);
        assertThat(chosen)
                .isSortedAccordingTo((a, b) -> Integer.compare(a.getRoomId(), b.getRoomId()));
    }
}
