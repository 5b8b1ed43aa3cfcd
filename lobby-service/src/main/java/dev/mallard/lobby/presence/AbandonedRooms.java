package dev.mallard.lobby.presence;

import dev.mallard.lobby.room.RoomLocks;
import dev.mallard.lobby.room.RoomRepository;
import dev.mallard.lobby.room.RoomService;
import dev.mallard.lobby.room.RoomState;
import dev.mallard.lobby.room.Whereabouts;
import dev.mallard.lobby.store.Store;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.server.GatewayLinks;
import dev.mallard.protocol.link.server.SessionDirectory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes playing rooms whose game nobody will report any more: none of their members has been logged in for
 * some time. A game with connected players always has somebody who reports its end, and one without ends by
 * itself sooner. A lobby that sees no gateway judges nobody.
 */
@Component
class AbandonedRooms {

    private static final Logger log = LoggerFactory.getLogger(AbandonedRooms.class);

    private final RoomRepository repository;
    private final RoomService rooms;
    private final RoomLocks locks;
    private final Store store;
    private final SessionDirectory sessions;
    private final GatewayLinks links;
    private final Settling settling;
    private final PresenceProperties properties;
    private final Clock clock;
    // Playing rooms without anybody; used by the sweeping thread alone.
    private final Map<Integer, Instant> emptySince = new HashMap<>();

    AbandonedRooms(
            RoomRepository repository,
            RoomService rooms,
            RoomLocks locks,
            Store store,
            SessionDirectory sessions,
            GatewayLinks links,
            Settling settling,
            PresenceProperties properties,
            Clock clock) {
        this.repository = repository;
        this.rooms = rooms;
        this.locks = locks;
        this.store = store;
        this.sessions = sessions;
        this.links = links;
        this.settling = settling;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${mallard.lobby.abandoned-interval:10s}")
    synchronized void sweep() {
        if (!settling.isSettled() || links.any() == null) {
            emptySince.clear();
            return;
        }
        try {
            look(
                    store.read(
                            "find-playing-members",
                            () -> repository.findMembers(List.of(RoomState.PLAY))));
        } catch (RequestRejectedException databaseAway) {
            log.debug("Playing rooms are not looked through: {}", databaseAway.code());
        }
    }

    private void look(List<Whereabouts> members) {
        Set<Integer> empty = new HashSet<>();
        members.forEach(m -> empty.add(m.roomId()));
        members.stream()
                .filter(m -> sessions.find(m.userId()) != null)
                .forEach(m -> empty.remove(m.roomId()));
        emptySince.keySet().retainAll(empty);
        Instant now = clock.instant();
        empty.forEach(room -> emptySince.putIfAbsent(room, now));
        Instant tooLongAgo = now.minus(properties.abandonedAfter());
        emptySince.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(tooLongAgo))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::remove);
    }

    private void remove(int roomId) {
        locks.run(roomId, () -> rooms.abandon(roomId));
        emptySince.remove(roomId);
        log.warn("Room {} was playing without anybody and is removed", roomId);
    }
}
