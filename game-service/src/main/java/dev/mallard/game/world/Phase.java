package dev.mallard.game.world;

/** The time of day; a game starts with day. */
public enum Phase {
    DAY,
    NIGHT;

    /** The phase that follows. */
    public Phase next() {
        return this == DAY ? NIGHT : DAY;
    }
}
