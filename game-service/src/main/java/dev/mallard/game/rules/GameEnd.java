package dev.mallard.game.rules;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.Player;

/**
 * Ends a game. Sends nothing: the final event must not reach a player before the rest of the system
 * knows that he is free.
 */
final class GameEnd {

    private GameEnd() {}

    /** Ends a game; the first end counts. */
    static void end(Game game, GameOutcome outcome) {
        if (game.ended()) {
            return;
        }
        game.end(outcome);
        game.pendingWave(null);
        for (Player player : game.players()) {
            Boxes.letGo(player);
        }
    }
}
