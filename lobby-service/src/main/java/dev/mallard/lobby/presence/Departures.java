package dev.mallard.lobby.presence;

import dev.mallard.lobby.match.GameCancellation;
import dev.mallard.lobby.room.RoomLocks;
import dev.mallard.lobby.room.RoomNotifier;
import dev.mallard.lobby.room.RoomService;
import dev.mallard.lobby.room.RoomState;
import dev.mallard.lobby.room.Whereabouts;
import dev.mallard.lobby.work.SerialExecutor;
import dev.mallard.protocol.RequestRejectedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes users whose session has ended out of waiting rooms. Every lobby does so; the database lets one of
 * them succeed, which tells those who stay. A departure that the database did not take is tried again until
 * it does, or until the user has a newer session.
 */
@Component
class Departures {

    private static final Logger log = LoggerFactory.getLogger(Departures.class);

    private final Locations locations;
    private final RoomService rooms;
    private final RoomLocks locks;
    private final RoomNotifier notifier;
    private final GameCancellation cancellation;
    private final SerialExecutor work;
    private final int maxUnfinished;
    private final Map<Integer, Long> unfinished = new ConcurrentHashMap<>();

    Departures(
            Locations locations,
            RoomService rooms,
            RoomLocks locks,
            RoomNotifier notifier,
            GameCancellation cancellation,
            SerialExecutor work,
            PresenceProperties properties) {
        this.locations = locations;
        this.rooms = rooms;
        this.locks = locks;
        this.notifier = notifier;
        this.cancellation = cancellation;
        this.work = work;
        this.maxUnfinished = properties.maxUnfinished();
    }

    /** Takes a user out after the requests that came before. Any thread. */
    void depart(int userId, long sessionNumber) {
        work.execute(
                userId,
                () -> {
                    try {
                        departNow(userId, sessionNumber);
                    } catch (RequestRejectedException databaseAway) {
                        postpone(userId, sessionNumber);
                    }
                });
    }

    /**
     * Takes a user out. Any thread that may wait.
     *
     * @throws RequestRejectedException with {@code SERVER_BUSY}; nothing has changed then
     */
    void departNow(int userId, long sessionNumber) {
        Whereabouts found = locations.find(userId);
        if (found != null
                && found.state() != RoomState.PLAY
                && found.sessionNumber() <= sessionNumber) {
            int roomId = found.roomId();
            locks.run(roomId, () -> depart(roomId, userId, sessionNumber));
        }
    }

    private void depart(int roomId, int userId, long sessionNumber) {
        rooms.disconnect(roomId, userId, sessionNumber)
                .ifPresent(
                        departure -> {
                            notifier.departed(departure, userId);
                            cancellation.departed(departure);
                        });
    }

    private void postpone(int userId, long sessionNumber) {
        if (unfinished.size() >= maxUnfinished) {
            log.error("Too many departures wait for the database, user {} is left", userId);
            return;
        }
        unfinished.merge(userId, sessionNumber, Math::max);
    }

    /** Tries again what the database did not take. */
    @Scheduled(fixedDelayString = "${mallard.lobby.sweep-interval:1s}")
    void retry() {
        unfinished.forEach(
                (userId, sessionNumber) -> {
                    if (unfinished.remove(userId, sessionNumber)) {
                        depart(userId, sessionNumber);
                    }
                });
    }

    /** Number of departures that wait for the database. */
    int unfinished() {
        return unfinished.size();
    }
}
