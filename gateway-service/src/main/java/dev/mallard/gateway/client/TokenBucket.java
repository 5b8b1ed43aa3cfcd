package dev.mallard.gateway.client;

/**
 * How much of something a client may still do now. What is taken comes back at a steady rate, up to the
 * burst. Confined to one thread; allocates nothing.
 */
final class TokenBucket {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double perNano;
    private final double burst;
    private double tokens;
    private long filledNanos;

    /**
     * Starts full.
     *
     * @param perSecond what comes back in a second, above 0
     * @param burst the most that can be taken at once, above 0
     */
    TokenBucket(long perSecond, long burst, long nowNanos) {
        this.perNano = perSecond / NANOS_PER_SECOND;
        this.burst = burst;
        this.tokens = burst;
        this.filledNanos = nowNanos;
    }

    /**
     * Takes some tokens.
     *
     * @return false if there are not enough; then none is taken
     */
    boolean take(int amount, long nowNanos) {
        fill(nowNanos);
        if (tokens < amount) {
            return false;
        }
        tokens -= amount;
        return true;
    }

    /** What came back until now is added, up to the burst. */
    void fill(long nowNanos) {
        double grown = tokens + elapsed(nowNanos) * perNano;
        // Above the burst after a pause only: that surplus stays until it is taken.
        tokens = Math.max(tokens, Math.min(burst, grown));
    }

    /** What came back until now is added, also above the burst: the client was kept waiting. */
    void fillWithoutBound(long nowNanos) {
        tokens += elapsed(nowNanos) * perNano;
    }

    private long elapsed(long nowNanos) {
        long elapsed = nowNanos - filledNanos;
        filledNanos = nowNanos;
        return Math.max(0, elapsed);
    }
}
