package dev.mallard.lobby.room;

import com.google.protobuf.CodedOutputStream;

import dev.mallard.protocol.message.RoomData;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses the rooms that a list shows. All of them, as long as they fit; beyond that those that nobody can
 * join are left out first, and among equals the newest, so that what is shown stays put while a client polls.
 */
final class RoomListing {

    /** The bytes of a field's tag in front of its length. */
    private static final int TAG_BYTES = 1;

    private final long maxBytes;

    /**
     * @param maxBytes most bytes that the rooms may take on the wire
     */
    RoomListing(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * @param rooms in the order of creation
     * @return those that are shown, in the order of creation
     */
    List<RoomData> choose(List<RoomSnapshot> rooms) {
        List<RoomData> all = rooms.stream().map(RoomSnapshot::toMessage).toList();
        if (all.stream().mapToLong(RoomListing::bytes).sum() <= maxBytes) {
            return all;
        }
        long[] left = {maxBytes};
        return Stream.concat(
                        rooms.stream().filter(RoomSnapshot::hasFreeSeat),
                        rooms.stream().filter(room -> !room.hasFreeSeat()))
                .map(RoomSnapshot::toMessage)
                .takeWhile(room -> (left[0] -= bytes(room)) >= 0)
                .sorted(Comparator.comparingInt(RoomData::getRoomId))
                .toList();
    }

    private static long bytes(RoomData room) {
        int size = room.getSerializedSize();
        return TAG_BYTES + CodedOutputStream.computeUInt32SizeNoTag(size) + (long) size;
    }
}
