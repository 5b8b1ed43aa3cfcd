package dev.mallard.lobby.room;

import dev.mallard.lobby.store.Store;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Makes the changes of one room on this lobby happen one after another, together with the telling of those
 * concerned, so that users hear of changes in the order in which they happened. Changes by another lobby are
 * kept apart by the database alone. Any thread that may wait.
 */
@Component
public class RoomLocks {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ConcurrentMap<Integer, Lock> locks = new ConcurrentHashMap<>();

    private final BooleanSupplier databaseAway;

    @Autowired
    public RoomLocks(Store store) {
        this(store::isAway);
    }

    /**
     * @param databaseAway whether the changes of a room will not be stored at the moment
     */
    RoomLocks(BooleanSupplier databaseAway) {
        this.databaseAway = databaseAway;
    }

    private static final class Lock {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }

    /**
     * Does something while nobody else does anything with the room.
     *
     * @throws RequestRejectedException with {@code SERVER_BUSY} after two seconds of waiting, or at the end
     *     of waiting while the database is away: trying it again would take too long
     */
    public void run(int roomId, Runnable work) {
        Lock lock = enter(roomId);
        try {
            boolean waits = !lock.lock.tryLock();
            if (waits && !lock.lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
            }
            try {
                if (waits && databaseAway.getAsBoolean()) {
                    throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
                }
                work.run();
            } finally {
                lock.lock.unlock();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
        } finally {
            exit(roomId);
        }
    }

    private Lock enter(int roomId) {
        return locks.compute(
                roomId,
                (id, present) -> {
                    Lock lock = present == null ? new Lock() : present;
                    lock.users++;
                    return lock;
                });
    }

    private void exit(int roomId) {
        locks.computeIfPresent(roomId, (id, lock) -> --lock.users == 0 ? null : lock);
    }

    /** Number of threads that wait for a room. */
    int waiting(int roomId) {
        Lock lock = locks.get(roomId);
        return lock == null ? 0 : lock.lock.getQueueLength();
    }

    /** Number of rooms somebody works with. */
    int size() {
        return locks.size();
    }
}
