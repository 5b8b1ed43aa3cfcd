package dev.mallard.game.loop;

/** What is left to do when a game has ended. One per game, called on the game's thread. */
public interface EndOfGame {

    /** The game has just ended; called once. */
    void ended();

    /** A tick after the end. */
    void tick();

    /** The lobby has recorded the end; without effect before the end. */
    void recorded();

    /** The lobby does not want the game any more, and no report of the end that is to come. */
    void cancel();

    /** A player has gone after the end, and gets no last packet. */
    void left(int playerId);
}
