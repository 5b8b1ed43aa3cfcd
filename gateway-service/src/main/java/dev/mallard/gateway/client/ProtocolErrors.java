package dev.mallard.gateway.client;

import org.jspecify.annotations.Nullable;

/**
 * The latest protocol errors of a client: remembers when as many happened as are allowed within the window.
 * Confined to the session's event loop.
 */
final class ProtocolErrors {

    private final int allowed;
    private final long windowNanos;
    // Most clients never make one.
    private long @Nullable [] times;
    private int count;

    /**
     * @param allowed how many errors are forgiven within the window, at least 0
     */
    ProtocolErrors(int allowed, long windowNanos) {
        this.allowed = allowed;
        this.windowNanos = windowNanos;
    }

    /** Counts an error. True if it is one too many. */
    boolean isOneTooMany(long nowNanos) {
        if (allowed == 0) {
            return true;
        }
        long[] latest = times;
        if (latest == null) {
            latest = new long[allowed];
            times = latest;
        }
        int slot = count % allowed;
        boolean tooMany = count >= allowed && nowNanos - latest[slot] <= windowNanos;
        latest[slot] = nowNanos;
        // Stays in a range where the slot and "as many as allowed" are both right.
        count = count + 1 == 2 * allowed ? allowed : count + 1;
        return tooMany;
    }
}
