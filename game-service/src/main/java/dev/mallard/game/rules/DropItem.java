package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

import java.util.List;

/**
 * A player drops an amount, at most what he has; it lies a step away from the middle of the world.
 */
final class DropItem {

    private final int groundLimit;
    private final Bounds bounds;

    DropItem(GameSettings.Limits limits, Bounds bounds) {
        this.groundLimit = limits.groundItems();
        this.bounds = bounds;
    }

    void apply(Game game, Player player, int itemCode, int count, Notifications out) {
        Refusal.when(count < 1, RuleViolation.INVALID_COUNT);
        int amount = Math.min(count, player.inventory().count(itemCode));
        Refusal.when(amount == 0, RuleViolation.ITEM_NOT_OWNED);
        Refusal.when(game.ground().size() >= groundLimit, RuleViolation.FIELD_FULL);
        double step = game.random().nextDouble();
        GroundItem item =
                new GroundItem(itemCode, amount, aside(player.x(), step), aside(player.y(), step));
        player.inventory().remove(itemCode, amount);
        game.ground().add(item);
        out.send(
                Audience.ALL,
                new GameEvent.ItemDropped(player.id(), new ItemStack(itemCode, amount)));
        out.send(Audience.ALL, new GameEvent.ItemsSpawned(List.of(item)));
    }

    private float aside(float coordinate, double step) {
        return bounds.clamp((float) (coordinate + (coordinate >= 0 ? 1 + step : -1 + step)));
    }
}
