package dev.mallard.gateway.account;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failures per key in a sliding window of time. Remembers a bounded number of keys; beyond it the key
 * whose last attempt is longest ago is forgotten. Any thread.
 *
 * @param <K> what failures are counted by
 */
final class FailureWindow<K> {

    private final int limit;
    private final long windowMillis;
    private final Map<K, Deque<Long>> failures;

    /**
     * @param limit failures within the window after which no more are let through
     * @param maxKeys most keys that are remembered
     */
    FailureWindow(int limit, Duration window, int maxKeys) {
        this.limit = limit;
        this.windowMillis = window.toMillis();
        this.failures = new RecentlyUsed<>(maxKeys);
    }

    /**
     * Counts an attempt as a failure in advance, so that many at once cannot slip through together.
     *
     * @param nowMillis milliseconds of any clock, the same for all calls
     * @return false, and nothing is counted, if the key has reached the limit
     */
    synchronized boolean tryCount(K key, long nowMillis) {
        Deque<Long> times = failures.computeIfAbsent(key, k -> new ArrayDeque<>(2));
        while (!times.isEmpty() && nowMillis - times.peekFirst() >= windowMillis) {
            times.removeFirst();
        }
        if (times.size() >= limit) {
            return false;
        }
        times.addLast(nowMillis);
        return true;
    }

    /** Takes one counted attempt back: it was no failure after all. */
    synchronized void takeBack(K key) {
        Deque<Long> times = failures.get(key);
        if (times != null) {
            times.pollLast();
            if (times.isEmpty()) {
                failures.remove(key);
            }
        }
    }

    synchronized int size() {
        return failures.size();
    }

    /** Forgets the entry that was used longest ago when there are too many. */
    private static final class RecentlyUsed<K> extends LinkedHashMap<K, Deque<Long>> {

        private static final long serialVersionUID = 1L;

        private final int maxEntries;

        RecentlyUsed(int maxEntries) {
            super(16, 0.75f, true);
            this.maxEntries = maxEntries;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Deque<Long>> eldest) {
            return size() > maxEntries;
        }
    }
}
