package dev.mallard.game.rules;

import dev.mallard.game.content.Recipe;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Container;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

/**
 * A player puts an amount, at most what he has, into the box he has open. The core takes its
 * ingredients only, and crafts at once as much as they allow.
 */
final class PutIntoBox {

    private final GameSettings.Reach reach;
    private final Recipe recipe;

    PutIntoBox(GameSettings.Reach reach, Recipe recipe) {
        this.reach = reach;
        this.recipe = recipe;
    }

    void apply(Game game, Player player, int boxId, int itemCode, int count, Notifications out) {
        Container container = Boxes.findHeld(game, player, boxId, reach);
        Refusal.when(count < 1, RuleViolation.INVALID_COUNT);
        int amount = Math.min(count, player.inventory().count(itemCode));
        Refusal.when(amount == 0, RuleViolation.ITEM_NOT_OWNED);
        Refusal.when(
                container instanceof Core && !recipe.ingredients().contains(itemCode),
                RuleViolation.NOT_MUSTARD_MATERIAL);
        Refusal.when(!container.fits(itemCode, amount), RuleViolation.BOX_FULL);
        player.inventory().remove(itemCode, amount);
        container.add(itemCode, amount);
        if (container instanceof Core core) {
            craft(core);
        }
        out.send(
                Audience.ALL,
                new GameEvent.ItemPut(
                        player.id(),
                        container.id(),
                        new ItemStack(itemCode, amount),
                        container.content()));
    }

    private void craft(Core core) {
        int units = core.room(recipe.result());
        for (int ingredient : recipe.ingredients()) {
            units = Math.min(units, core.count(ingredient));
        }
        if (units > 0) {
            for (int ingredient : recipe.ingredients()) {
                core.remove(ingredient, units);
            }
            core.add(recipe.result(), units);
        }
    }
}
