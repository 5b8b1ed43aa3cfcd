package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

import java.util.random.RandomGenerator;

/** The dead come back to life around the core. */
final class Revival {

    private static final double MIN_X = 4;
    private static final double MAX_X = 6;
    private static final double MIN_Y = 3;
    private static final double MAX_Y = 4;

    private final Allowance allowance;

    Revival(Allowance allowance) {
        this.allowance = allowance;
    }

    void apply(Game game, Notifications out) {
        for (Player player : game.players()) {
            if (player.dead()) {
                revive(game, player, out);
            }
        }
    }

    private void revive(Game game, Player player, Notifications out) {
        Core core = game.objects().core();
        float x = core.x() + either(game.random(), MIN_X, MAX_X);
        float y = core.y() + either(game.random(), MIN_Y, MAX_Y);
        player.revive();
        player.moveTo(x, y);
        player.resetHungerClock(game.now());
        allowance.fill(player, game.now());
        out.send(Audience.ALL, new GameEvent.PlayerRevived(player.id(), x, y));
    }

    private static float either(RandomGenerator random, double min, double max) {
        double value = random.nextDouble(min, max);
        return (float) (random.nextBoolean() ? value : -value);
    }
}
