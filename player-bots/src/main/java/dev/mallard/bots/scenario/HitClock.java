package dev.mallard.bots.scenario;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Keeps hits as far apart as the rules demand: the server drops what comes sooner. One thread. */
final class HitClock {

    private final long intervalNanos;
    private final Map<Integer, Long> last = new HashMap<>();

    HitClock(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    /**
     * Whether a monster may hit, or be hit, now; if so the next time counts from now.
     *
     * @param nanoTime a time like {@link System#nanoTime}
     */
    boolean strike(int monsterId, long nanoTime) {
        Long before = last.get(monsterId);
        if (before != null && nanoTime - before < intervalNanos) {
            return false;
        }
        last.put(monsterId, nanoTime);
        return true;
    }
}
