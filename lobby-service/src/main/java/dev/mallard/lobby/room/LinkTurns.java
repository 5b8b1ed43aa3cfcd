package dev.mallard.lobby.room;

import dev.mallard.protocol.link.server.GatewayLink;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets large answers onto a link one after the other, each when the gateway has taken most of what it was
 * sent before: many at once would fill the link to the bound at which it is cut off. Any thread that may
 * wait.
 */
final class LinkTurns {

    /** Leaves room for everything else that goes over the link. */
    static final long MAX_PENDING_BYTES = GatewayLink.MAX_PENDING_BYTES / 4;

    private static final Duration POLL = Duration.ofMillis(10);
    private static final int LOCKS = 64;

    private final Duration patience;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /**
     * @param patience longest time to wait for a turn
     */
    LinkTurns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Sends something when it is its turn.
     *
     * @return false, and nothing is sent, if the gateway has not taken enough in time
     */
    boolean run(GatewayLink link, Runnable send) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!trySend(link, send)) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nobody waits inside, so that links with the same lock do not hold each other up. */
    private boolean trySend(GatewayLink link, Runnable send) {
        ReentrantLock lock = locks[Math.floorMod(System.identityHashCode(link), LOCKS)];
        lock.lock();
        try {
            if (link.pendingBytes() > MAX_PENDING_BYTES) {
                return false;
            }
            send.run();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
