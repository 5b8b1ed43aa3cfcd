package dev.mallard.lobby.presence;

import dev.mallard.lobby.room.RoomRepository;
import dev.mallard.lobby.room.RoomState;
import dev.mallard.lobby.room.Whereabouts;
import dev.mallard.lobby.store.Store;
import dev.mallard.lobby.work.SharedRead;
import dev.mallard.protocol.link.message.Location;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out where users are. A gateway that comes back announces thousands of users at once, so questions
 * that come together are put to the database together. Any thread that may wait.
 */
@Component
class Locations {

    private static final int USERS_PER_QUERY = 1000;

    private final RoomRepository rooms;
    private final Store store;
    private final SharedRead<Integer, Map<Integer, Whereabouts>> reading =
            new SharedRead<>(this::read);

    Locations(RoomRepository rooms, Store store) {
        this.rooms = rooms;
        this.store = store;
    }

    /** The room a user is in, or null. */
    @Nullable Whereabouts find(int userId) {
        return reading.ask(userId).get(userId);
    }

    private Map<Integer, Whereabouts> read(List<Integer> userIds) {
        Map<Integer, Whereabouts> found = new HashMap<>();
        for (int from = 0; from < userIds.size(); from += USERS_PER_QUERY) {
            List<Integer> some =
                    userIds.subList(from, Math.min(userIds.size(), from + USERS_PER_QUERY));
            store.read("find-whereabouts", () -> rooms.findWhereabouts(some))
                    .forEach(w -> found.put(w.userId(), w));
        }
        return found;
    }

    /** What a gateway is told. */
    static Location message(@Nullable Whereabouts whereabouts) {
        if (whereabouts == null) {
            return Location.newBuilder().setPlace(Location.Place.LOBBY).build();
        }
        Location.Builder location = Location.newBuilder().setRoomId(whereabouts.roomId());
        String instance = whereabouts.gameInstance();
        if (whereabouts.state() == RoomState.PLAY && instance != null) {
            return location.setPlace(Location.Place.GAME).setGameInstance(instance).build();
        }
        return location.setPlace(Location.Place.ROOM).build();
    }
}
