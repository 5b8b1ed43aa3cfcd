package dev.mallard.game.world;

/**
 * A leaky bucket: so many at once, so many per second in the long run. Keeps only the level; rate
 * and size come with the call.
 */
public final class RateLimit {

    private double level;
    private long lastMillis;

    /** An empty bucket. */
    public RateLimit() {}

    /**
     * A bucket as it was left.
     *
     * @param level {@link #level()}
     * @param lastMillis {@link #lastMillis()}
     */
    public RateLimit(double level, long lastMillis) {
        this.level = level;
        this.lastMillis = lastMillis;
    }

    /** How full it was at {@link #lastMillis()}; 0 = it was never used. */
    public double level() {
        return level;
    }

    /** Whether one was taken or refused at this time or later. */
    public boolean usedSince(long time) {
        return level > 0 && lastMillis >= time;
    }

    /** When the last one was taken or refused, monotonic time. */
    public long lastMillis() {
        return lastMillis;
    }

    /**
     * Takes one, if the limit allows.
     *
     * @param nowMillis monotonic time
     * @param perSecond what drains per second
     * @param burst size of the bucket
     * @return false when it would overflow; then nothing is taken
     */
    public boolean tryTake(long nowMillis, int perSecond, int burst) {
        if (level > 0) { // else lastMillis may be on no clock at all
            level = Math.max(0, level - (nowMillis - lastMillis) * (perSecond / 1000.0));
        }
        lastMillis = nowMillis;
        if (level + 1 > burst + 1e-9) {
            return false;
        }
        level++;
        return true;
    }
}
