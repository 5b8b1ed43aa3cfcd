package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Container;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

/** A player takes an amount, at most one stack, out of the box he has open. */
final class TakeFromBox {

    private final GameSettings.Reach reach;

    TakeFromBox(GameSettings.Reach reach) {
        this.reach = reach;
    }

    void apply(Game game, Player player, int boxId, int itemCode, int count, Notifications out) {
        Container container = Boxes.findHeld(game, player, boxId, reach);
        Refusal.when(count < 1, RuleViolation.INVALID_COUNT);
        int amount = Math.min(count, container.count(itemCode));
        Refusal.when(amount == 0, RuleViolation.BOX_ITEM_NOT_FOUND);
        Refusal.when(!player.inventory().fits(itemCode, amount), RuleViolation.INVENTORY_FULL);
        container.remove(itemCode, amount);
        player.inventory().add(itemCode, amount);
        out.send(
                Audience.ALL,
                new GameEvent.ItemTaken(
                        player.id(), container.id(), new ItemStack(itemCode, amount)));
    }
}
