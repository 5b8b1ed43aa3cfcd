package dev.mallard.lobby.ops;

import dev.mallard.lobby.room.Room;
import dev.mallard.lobby.room.RoomRepository;
import dev.mallard.lobby.room.RoomSnapshot;
import dev.mallard.lobby.room.RoomState;
import dev.mallard.lobby.store.Store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /actuator/rooms}: how many rooms there are, and the newest of them. */
@Component
@Endpoint(id = "rooms")
class RoomsEndpoint {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final RoomRepository rooms;
    private final Store store;

    RoomsEndpoint(RoomRepository rooms, Store store) {
        this.rooms = rooms;
        this.store = store;
    }

    /**
     * @param counts number of rooms by state
     * @param newest the newest rooms, the newest first
     */
    record Report(Map<RoomState, Long> counts, List<RoomLine> newest) {}

    /** A room as an operator sees it, by ids. */
    record RoomLine(
            int id,
            RoomState state,
            Instant stateSince,
            Instant createdAt,
            int capacity,
            int owner,
            List<Integer> members,
            @Nullable String gameInstance) {

        static RoomLine of(RoomSnapshot room) {
            return new RoomLine(
                    room.id(),
                    room.state(),
                    room.stateSince(),
                    room.createdAt(),
                    room.capacity(),
                    room.ownerId(),
                    room.memberIds(),
                    room.gameInstance());
        }
    }

    /**
     * @param limit most rooms to show, 1 to 500, 50 if left out
     */
    @ReadOperation
    Report rooms(@Nullable Integer limit) {
        int wanted = limit == null ? DEFAULT_LIMIT : Math.clamp(limit, 1, MAX_LIMIT);
        return store.read(
                "show-rooms",
                () ->
                        new Report(
                                rooms.countByState().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        RoomRepository.StateCount::state,
                                                        RoomRepository.StateCount::rooms)),
                                rooms
                                        .findAllWithMembers(rooms.findNewestIds(Limit.of(wanted)))
                                        .stream()
                                        .map(Room::snapshot)
                                        .map(RoomLine::of)
                                        .toList()));
    }
}
