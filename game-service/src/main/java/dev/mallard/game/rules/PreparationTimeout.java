package dev.mallard.game.rules;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.GameState;

/** Ends a game whose host does not start it. */
final class PreparationTimeout {

    private final long timeoutMillis;

    PreparationTimeout(GameSettings.Timing timing) {
        this.timeoutMillis = timing.preparation().toMillis();
    }

    void apply(Game game) {
        if (game.state() == GameState.PREPARED && game.now() - game.createdAt() >= timeoutMillis) {
            GameEnd.end(game, GameOutcome.PREPARATION_TIMEOUT);
        }
    }
}
