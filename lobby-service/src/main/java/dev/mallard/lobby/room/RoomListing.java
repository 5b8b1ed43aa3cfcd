package dev.mallard.lobby.room;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses the rooms that a list shows. All of them, as long as they fit; beyond that those that nobody can
 * join are left out first, and among equals the newest, so that what is shown stays put while a client polls.
 */
final class RoomListing {

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
    List<ListedRoom> choose(Collection<ListedRoom> rooms) {
        if (rooms.stream().mapToLong(room -> room.bytes().length).sum() <= maxBytes) {
            return List.copyOf(rooms);
        }
        long[] left = {maxBytes};
        return Stream.concat(
                        rooms.stream().filter(ListedRoom::joinable),
                        rooms.stream().filter(room -> !room.joinable()))
                .takeWhile(room -> (left[0] -= room.bytes().length) >= 0)
                .sorted(Comparator.comparingInt(ListedRoom::id))
                .toList();
    }
}
