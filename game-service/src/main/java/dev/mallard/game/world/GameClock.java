package dev.mallard.game.world;

/** The time of a game. */
public interface GameClock {

    /** Milliseconds on a clock that never goes back; the zero point is arbitrary. */
    long elapsedMillis();

    /** Wall-clock time in epoch milliseconds, for times that are shown to people. */
    long epochMillis();
}
