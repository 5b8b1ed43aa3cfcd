package dev.mallard.game.rules;

import dev.mallard.game.world.GameClock;

/** A clock that only moves when told. */
final class ManualClock implements GameClock {

    static final long EPOCH = 1_700_000_000_000L;

    private final long epoch;
    private long millis;

    ManualClock() {
        this(5_000, EPOCH);
    }

    private ManualClock(long millis, long epoch) {
        this.millis = millis;
        this.epoch = epoch;
    }

    /** A clock that shows the same time to people now, but counts from another point. */
    ManualClock elsewhere(long zeroPoint) {
        return new ManualClock(millis - zeroPoint, epoch + zeroPoint);
    }

    void advance(long by) {
        millis += by;
    }

    @Override
    public long elapsedMillis() {
        return millis;
    }

    @Override
    public long epochMillis() {
        return epoch + millis;
    }
}
