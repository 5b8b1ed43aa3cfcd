package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;
import dev.mallard.game.world.RuleViolationException;

/** A player picks up the item nearest to a point, out of those within his reach. */
final class PickUp {

    private static final String MESSAGE = "Item picked up.";

    private final double reach;
    private final Bounds bounds;

    PickUp(GameSettings.Reach reach, Bounds bounds) {
        this.reach = reach.pickUp();
        this.bounds = bounds;
    }

    void apply(Game game, Player player, float x, float y, Notifications out) {
        Refusal.when(!bounds.contains(x, y), RuleViolation.INVALID_POSITION);
        Refusal.when(game.ground().size() == 0, RuleViolation.FIELD_ITEM_NOT_FOUND);
        GroundItem item = game.ground().nearest(x, y, player, reach);
        if (item == null) {
            throw new RuleViolationException(RuleViolation.TOO_FAR);
        }
        Refusal.when(
                !player.inventory().fits(item.itemCode(), item.count()),
                RuleViolation.INVENTORY_FULL);
        game.ground().remove(item);
        player.inventory().add(item.itemCode(), item.count());
        out.send(Audience.ALL, new GameEvent.ItemPickedUp(player.id(), MESSAGE, item));
    }
}
