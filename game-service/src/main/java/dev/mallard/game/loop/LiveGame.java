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
 */
public record LiveGame(Game game, Notifications out, EndOfGame end, SeatSessions sessions) {

    /** A game whose players have not come or gone yet. */
    public LiveGame(Game game, Notifications out, EndOfGame end) {
        this(game, out, end, new SeatSessions());
    }
}
