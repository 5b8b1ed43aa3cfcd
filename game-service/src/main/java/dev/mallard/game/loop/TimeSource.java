package dev.mallard.game.loop;

/** The clock by which ticks are due and waiting times end. */
@FunctionalInterface
public interface TimeSource {

    /** Nanoseconds on a clock that never goes back; the zero point is arbitrary. */
    long nanoTime();
}
