package dev.mallard.game.rules;

import dev.mallard.game.content.Armour;
import dev.mallard.game.content.Food;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.Weapon;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Inventory;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;
import dev.mallard.game.world.RuleViolationException;

/** A player eats or wears one unit of an item. */
final class UseItem {

    private static final int NOTHING = 0;

    private final GameContent content;

    UseItem(GameContent content) {
        this.content = content;
    }

    void apply(Game game, Player player, int itemCode, Notifications out) {
        Refusal.when(player.inventory().count(itemCode) == 0, RuleViolation.ITEM_NOT_OWNED);
        Food food = content.food(itemCode);
        Weapon weapon = content.weapon(itemCode);
        Armour armour = content.armour(itemCode);
        if (food != null) {
            eat(game, player, food, out);
        } else if (weapon != null) {
            Weapon worn = player.equipment().weapon();
            exchange(player, itemCode, worn == null ? NOTHING : worn.code());
            player.equipment().weapon(weapon);
            out.send(Audience.ALL, new GameEvent.ItemWorn(player.id(), itemCode));
        } else if (armour != null) {
            Armour worn = player.equipment().armour(armour.slot());
            exchange(player, itemCode, worn == null ? NOTHING : worn.code());
            player.equipment().wear(armour);
            out.send(Audience.ALL, new GameEvent.ItemWorn(player.id(), itemCode));
        } else {
            throw new RuleViolationException(RuleViolation.ITEM_NOT_USABLE);
        }
    }

    private static void eat(Game game, Player player, Food food, Notifications out) {
        player.inventory().remove(food.code(), 1);
        player.feed(food.hunger());
        player.heal(food.hitPoints());
        if (player.full()) {
            player.resetHungerClock(game.now());
        }
        out.send(
                Audience.ALL,
                new GameEvent.FoodEaten(
                        player.id(), food.code(), player.hunger(), player.hitPoints()));
    }

    private static void exchange(Player player, int takenCode, int returnedCode) {
        Inventory inventory = player.inventory();
        if (takenCode == returnedCode) {
            return;
        }
        boolean slotBecomesFree = inventory.count(takenCode) == 1;
        boolean fits =
                returnedCode == NOTHING
                        || inventory.fits(returnedCode, 1)
                        || (slotBecomesFree && inventory.count(returnedCode) == 0);
        Refusal.when(!fits, RuleViolation.INVENTORY_FULL);
        inventory.remove(takenCode, 1);
        if (returnedCode != NOTHING) {
            inventory.add(returnedCode, 1);
        }
    }
}
