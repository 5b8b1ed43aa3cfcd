package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** A player swings; the others see it. */
final class Swing {

    private final GameSettings.Rates rates;

    Swing(GameSettings.Rates rates) {
        this.rates = rates;
    }

    void apply(Game game, Player player, float dirX, float dirY, Notifications out) {
        if (player.dead()) {
            out.dropped(DropReason.PLAYER_DEAD);
        } else if (!Bounds.finite(dirX, dirY)) {
            out.dropped(DropReason.INVALID_COORDINATE);
        } else if (!player.swings()
                .tryTake(game.now(), rates.swingsPerSecond(), rates.swingBurst())) {
            out.dropped(DropReason.TOO_FAST);
        } else {
            show(player, dirX, dirY, out);
        }
    }

    /** Shows a swing to the others. */
    static void show(Player player, float dirX, float dirY, Notifications out) {
        out.send(
                new Audience.AllBut(player.id()),
                new GameEvent.PlayerSwung(player.id(), dirX, dirY));
    }
}
