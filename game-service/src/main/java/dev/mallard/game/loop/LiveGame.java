package dev.mallard.game.loop;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;

/**
 * A game that has been created, with what belongs to it. For the game's thread only.
 *
 * @param game the state
 * @param out where its events go
 * @param end what is done when it has ended
 * @param sessions with which sessions its seats were taken and left
 * @param afterTick what is done after each tick
 * @param fence grows with every service that runs the game; 0 if it dies with this one
 */
public record LiveGame(
        Game game,
        Notifications out,
        EndOfGame end,
        SeatSessions sessions,
        AfterTick afterTick,
        long fence) {

    /** A game whose players have not come or gone yet. */
    public LiveGame(Game game, Notifications out, EndOfGame end) {
        this(game, out, end, AfterTick.NOTHING, 0);
    }

    /** A game whose players have not come or gone yet, with something to be done after each tick. */
    public LiveGame(Game game, Notifications out, EndOfGame end, AfterTick afterTick, long fence) {
        this(game, out, end, new SeatSessions(), afterTick, fence);
    }
}
