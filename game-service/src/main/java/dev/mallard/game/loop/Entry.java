package dev.mallard.game.loop;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A command in a mailbox, with the counters that it weighs on while it waits.
 *
 * @param share the counter of its sender, null for a command of the service
 */
record Entry(Runnable command, AtomicInteger total, @Nullable AtomicInteger share) {

    void leave() {
        total.decrementAndGet();
        if (share != null) {
            share.decrementAndGet();
        }
    }
}
