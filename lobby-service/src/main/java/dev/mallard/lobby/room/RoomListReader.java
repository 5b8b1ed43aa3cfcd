package dev.mallard.lobby.room;

import dev.mallard.lobby.store.Store;
import dev.mallard.protocol.link.server.EncodedPacket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the room list. Each reading asks for the versions of all rooms, which says what has changed on any
 * lobby; only changed rooms are read with their members and encoded, and a list in which nothing has changed
 * is the same answer again. One thread at a time, which may wait.
 */
@Component
class RoomListReader {

    private static final int ROOMS_PER_QUERY = 1000;

    private final RoomRepository rooms;
    private final Store store;
    private final RoomListing listing;
    private Map<Integer, ListedRoom> known = Map.of();
    private @Nullable EncodedPacket current;
    private volatile int omitted;

    RoomListReader(
            RoomRepository rooms, RoomProperties properties, Store store, MeterRegistry meters) {
        this.rooms = rooms;
        this.store = store;
        this.listing = new RoomListing(properties.listSize().toBytes());
        Gauge.builder("mallard.lobby.list.omitted", () -> omitted)
                .description("Rooms that found no place in the last list")
                .register(meters);
    }

    /**
     * The list as it is now.
     *
     * @throws dev.mallard.protocol.RequestRejectedException with {@code SERVER_BUSY} while the database does
     *     not answer
     */
    EncodedPacket read() {
        return store.read("list-rooms", this::refresh);
    }

    private EncodedPacket refresh() {
        List<RoomRepository.Stamp> stamps = rooms.findStamps();
        List<Integer> changed =
                stamps.stream()
                        .filter(stamp -> !isKnown(stamp))
                        .map(RoomRepository.Stamp::id)
                        .toList();
        EncodedPacket unchanged = current;
        if (unchanged != null && changed.isEmpty() && stamps.size() == known.size()) {
            return unchanged;
        }
        known = merge(stamps, load(changed));
        List<ListedRoom> shown = listing.choose(known.values());
        omitted = known.size() - shown.size();
        EncodedPacket list = RoomPackets.list(shown);
        current = list;
        return list;
    }

    private boolean isKnown(RoomRepository.Stamp stamp) {
        ListedRoom room = known.get(stamp.id());
        return room != null && room.version() == stamp.version();
    }

    private Map<Integer, ListedRoom> load(List<Integer> ids) {
        Map<Integer, ListedRoom> loaded = new HashMap<>();
        for (int from = 0; from < ids.size(); from += ROOMS_PER_QUERY) {
            List<Integer> some = ids.subList(from, Math.min(ids.size(), from + ROOMS_PER_QUERY));
            rooms.findAllWithMembers(some)
                    .forEach(
                            room ->
                                    loaded.put(
                                            room.id(),
                                            ListedRoom.of(room.snapshot(), room.version())));
        }
        return loaded;
    }

    /** In the order of the stamps. A room that went between the two readings is left out. */
    private Map<Integer, ListedRoom> merge(
            List<RoomRepository.Stamp> stamps, Map<Integer, ListedRoom> loaded) {
        Map<Integer, ListedRoom> merged = LinkedHashMap.newLinkedHashMap(stamps.size());
        for (RoomRepository.Stamp stamp : stamps) {
            ListedRoom room = isKnown(stamp) ? known.get(stamp.id()) : loaded.get(stamp.id());
            if (room != null) {
                merged.put(room.id(), room);
            }
        }
        return merged;
    }
}
