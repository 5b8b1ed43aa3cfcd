package dev.mallard.bots.load.behaviour;

import dev.mallard.bots.load.player.Player;

/** Something that a player wants to do. */
@FunctionalInterface
public interface Intent {

    /**
     * Has the player do it; called on the event loop.
     *
     * @param intended when it was meant to be done, in the sense of {@link System#nanoTime}; latencies
     *     count from then
     */
    void carryOut(Player player, long intended);
}
