package dev.mallard.lobby.room;

import dev.mallard.protocol.RequestRejectedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/**
 * Dissolves rooms that have waited for longer than their lifetime. Every lobby looks; that each room is
 * dissolved once, and its members told once, is decided by the database.
 */
@Component
class RoomExpiry {

    private static final Logger log = LoggerFactory.getLogger(RoomExpiry.class);
    private static final Limit AT_ONCE = Limit.of(200);

    private final RoomService rooms;
    private final RoomProperties properties;
    private final RoomLocks locks;
    private final RoomNotifier notifier;
    private final Clock clock;

    RoomExpiry(
            RoomService rooms,
            RoomProperties properties,
            RoomLocks locks,
            RoomNotifier notifier,
            Clock clock) {
        this.rooms = rooms;
        this.properties = properties;
        this.locks = locks;
        this.notifier = notifier;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${mallard.lobby.sweep-interval:1s}")
    void sweep() {
        try {
            for (int roomId : tooOld()) {
                locks.run(roomId, () -> expire(roomId));
            }
        } catch (RequestRejectedException databaseAway) {
            log.debug("Rooms are not looked through: {}", databaseAway.code());
        }
    }

    private List<Integer> tooOld() {
        return rooms.waitingSinceBefore(clock.instant().minus(properties.lifetime()), AT_ONCE);
    }

    private void expire(int roomId) {
        rooms.expire(roomId)
                .ifPresent(
                        dissolved -> {
                            log.info("Room {} has waited for too long", roomId);
                            notifier.dissolved(dissolved.room().memberIds());
                        });
    }
}
