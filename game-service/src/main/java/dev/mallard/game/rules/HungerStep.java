package dev.mallard.game.rules;

import dev.mallard.game.content.PlayerStats;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

import java.util.List;

/** Living, connected players get hungrier, and starve when hunger is used up. */
final class HungerStep {

    private final int damage;
    private final long periodMillis;

    HungerStep(PlayerStats stats, GameSettings.Timing timing) {
        this.damage = stats.starvationDamage();
        this.periodMillis = stats.hungerPeriodMillis() - timing.tolerance().toMillis();
    }

    void apply(Game game, Notifications out) {
        List<Player> players = game.players();
        for (int index = 0; index < players.size(); index++) {
            Player player = players.get(index);
            if (player.targetable() && player.hungerCounter(game.now()) >= periodMillis) {
                player.resetHungerClock(game.now());
                step(player, out);
            }
        }
    }

    private void step(Player player, Notifications out) {
        if (player.hunger() > 0) {
            player.grow();
            out.send(Audience.ALL, new GameEvent.PlayerHunger(player.id(), player.hunger()));
        } else {
            PlayerHealth.hurt(player, damage, out);
        }
    }
}
