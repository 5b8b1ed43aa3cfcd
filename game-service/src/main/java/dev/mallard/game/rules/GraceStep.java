package dev.mallard.game.rules;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** Gives up the seats whose players did not come back in time. */
final class GraceStep {

    private final long graceMillis;
    private final PlayerGone playerGone;

    GraceStep(GameSettings.Timing timing, PlayerGone playerGone) {
        this.graceMillis = timing.resumeGrace().toMillis();
        this.playerGone = playerGone;
    }

    void apply(Game game, Notifications out) {
        if (game.seats().complete()) {
            return;
        }
        for (int index = game.players().size() - 1; index >= 0 && !game.ended(); index--) {
            Player player = game.players().get(index);
            if (!player.connected() && game.now() - player.awaySince() >= graceMillis) {
                playerGone.apply(game, player, out);
            }
        }
    }
}
