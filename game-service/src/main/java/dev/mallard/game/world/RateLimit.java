package dev.mallard.game.world;

/**
 * A leaky bucket: so many at once, so many per second in the long run. Keeps only the level; rate
 * and size come with the call.
 */
public final class RateLimit {

    private double level;
    private long lastMillis;

    /**
     * Takes one, if the limit allows.
     *
     * @param nowMillis monotonic time
     * @param perSecond what drains per second
     * @param burst size of the bucket
     * @return false when it would overflow; then nothing is taken
     */
    public boolean tryTake(long nowMillis, int perSecond, int burst) {
        level = Math.max(0, level - (nowMillis - lastMillis) * (perSecond / 1000.0));
        lastMillis = nowMillis;
        if (level + 1 > burst + 1e-9) {
            return false;
        }
        level++;
        return true;
    }
}
