package dev.mallard.game.loop;

/** Something that has to be told regularly that time passes. */
@FunctionalInterface
public interface Ticking {

    /**
     * A tick is due. Called on the thread that ticks for all, so it must not block and not throw.
     *
     * @param dueNanos when the tick was due, on the clock of {@link TimeSource}
     */
    void tick(long dueNanos);
}
