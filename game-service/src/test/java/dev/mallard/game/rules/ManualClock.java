package dev.mallard.game.rules;

import dev.mallard.game.world.GameClock;

/** A clock that only moves when told. */
final class ManualClock implements GameClock {

    static final long EPOCH = 1_700_000_000_000L;

    private long millis = 5_000;

    void advance(long by) {
        millis += by;
    }

    @Override
    public long elapsedMillis() {
        return millis;
    }

    @Override
    public long epochMillis() {
        return EPOCH + millis;
    }
}
