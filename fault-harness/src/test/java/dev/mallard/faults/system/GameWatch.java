package dev.mallard.faults.system;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.Subscription;
import dev.mallard.protocol.message.S2CPlayerPositionUpdateNotification;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Watches whether a player's game goes on: the positions of all players come several times a second. */
final class GameWatch implements AutoCloseable {

    private final Subscription subscription;
    private final AtomicInteger updates = new AtomicInteger();
    private volatile long last = System.nanoTime();
    private volatile long longest;

    GameWatch(GameClient player) {
        subscription =
                player.onNotification(
                        S2CPlayerPositionUpdateNotification.class, update -> arrived());
    }

    /** On the one thread that reads for the client. */
    private void arrived() {
        long now = System.nanoTime();
        longest = Math.max(longest, now - last);
        last = now;
        updates.incrementAndGet();
    }

    int updates() {
        return updates.get();
    }

    /** The longest time without news until now. */
    Duration longestSilence() {
        return Duration.ofNanos(Math.max(longest, System.nanoTime() - last));
    }

    @Override
    public void close() {
        subscription.close();
    }
}
