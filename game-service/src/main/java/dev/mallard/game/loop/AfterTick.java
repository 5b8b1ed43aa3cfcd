package dev.mallard.game.loop;

import dev.mallard.game.world.Game;

/** What is done after each tick of a game that goes on. One per game, called on the game's thread. */
@FunctionalInterface
public interface AfterTick {

    /** Does nothing. */
    AfterTick NOTHING = game -> {};

    /** A tick is through. */
    void ticked(Game game);
}
