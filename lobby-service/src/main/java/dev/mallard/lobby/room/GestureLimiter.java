package dev.mallard.lobby.room;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each user make some gestures per second, with bursts. Remembers a bounded number of users; beyond it
 * the one whose last gesture is longest ago starts afresh. Any thread.
 */
final class GestureLimiter {

    private final double perNano;
    private final int burst;
    private final Map<Integer, Allowance> allowances;

    /** What a user may still do at a moment. */
    private record Allowance(double gestures, long atNanos) {}

    /**
     * @param perSecond gestures per second, sustained
     * @param burst gestures at once
     * @param maxUsers most users that are remembered
     */
    GestureLimiter(int perSecond, int burst, int maxUsers) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
        this.allowances = new RecentlyUsed(maxUsers);
    }

    /**
     * Whether the user may make one more gesture now; counts it if so.
     *
     * @param nowNanos of a clock that only goes forward
     */
    synchronized boolean tryGesture(int userId, long nowNanos) {
        Allowance before = allowances.get(userId);
        double gestures =
                before == null
                        ? burst
                        : Math.min(
                                burst, before.gestures() + (nowNanos - before.atNanos()) * perNano);
        boolean allowed = gestures >= 1;
        allowances.put(userId, new Allowance(allowed ? gestures - 1 : gestures, nowNanos));
        return allowed;
    }

    synchronized int size() {
        return allowances.size();
    }

    /** Forgets the entry that was used longest ago when there are too many. */
    private static final class RecentlyUsed extends LinkedHashMap<Integer, Allowance> {

        private static final long serialVersionUID = 1L;

        private final int maxEntries;

        RecentlyUsed(int maxEntries) {
            super(16, 0.75f, true);
            this.maxEntries = maxEntries;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Allowance> eldest) {
            return size() > maxEntries;
        }
    }
}
