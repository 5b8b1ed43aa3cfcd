package dev.mallard.game.rules;

import dev.mallard.game.content.Armour;
import dev.mallard.game.content.ArmourSlot;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.Grade;
import dev.mallard.game.content.ItemKind;
import dev.mallard.game.content.Weapon;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Inventory;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;
import dev.mallard.game.world.RuleViolationException;

import java.util.ArrayList;
import java.util.List;

/** A player makes one item of two: coats a weapon, or tries for a better grade. */
final class CombineItems {

    private final GameContent content;

    CombineItems(GameContent content) {
        this.content = content;
    }

    void apply(Game game, Player player, int first, int second, Notifications out) {
        Refusal.when(first == 0 || second == 0, RuleViolation.COMBINE_MATERIAL_MISSING);
        Inventory inventory = player.inventory();
        Refusal.when(!owned(inventory, first, second), RuleViolation.ITEM_NOT_OWNED);
        int coating = content.recipe().result();
        Outcome outcome =
                first == coating || second == coating
                        ? coat(inventory, first, second, first == coating ? second : first)
                        : upgrade(game, inventory, first, second);
        inventory.remove(first, 1);
        inventory.remove(second, 1);
        inventory.add(outcome.code(), 1);
        out.send(
                Audience.ALL,
                new GameEvent.ItemsCombined(
                        player.id(), outcome.success(), first, second, outcome.code()));
    }

    private static boolean owned(Inventory inventory, int first, int second) {
        return first == second
                ? inventory.count(first) >= 2
                : inventory.count(first) >= 1 && inventory.count(second) >= 1;
    }

    private Outcome coat(Inventory inventory, int first, int second, int weaponCode) {
        Weapon weapon = content.weapon(weaponCode);
        if (weapon == null || weapon.coated()) {
            throw new RuleViolationException(RuleViolation.COMBINE_NOT_A_WEAPON);
        }
        checkSpace(inventory, first, second, List.of(weapon.partnerCode()));
        return new Outcome(true, weapon.partnerCode());
    }

    private Outcome upgrade(Game game, Inventory inventory, int first, int second) {
        ItemKind kind = ItemKind.of(first);
        Refusal.when(
                !kind.equipment() || kind != ItemKind.of(second),
                RuleViolation.COMBINE_INCOMPATIBLE);
        Grade one = gradeOf(first);
        Grade other = gradeOf(second);
        Grade higher = one.compareTo(other) >= 0 ? one : other;
        List<Integer> kept = choices(kind, higher);
        List<Integer> better = choices(kind, higher.next());
        if (one == other) {
            checkSpace(inventory, first, second, better);
            return new Outcome(true, GameContent.draw(better, game.random()));
        }
        List<Integer> possible = new ArrayList<>(kept);
        possible.addAll(better);
        checkSpace(inventory, first, second, possible);
        int rate = content.upgradeRate(one) + content.upgradeRate(other);
        boolean success = game.random().nextInt(1, 101) <= rate;
        return new Outcome(success, GameContent.draw(success ? better : kept, game.random()));
    }

    /**
     * Every possible result has to fit, so that the answer does not depend on the draw: otherwise a
     * full inventory would allow to repeat the draw until a wanted item comes.
     */
    private static void checkSpace(
            Inventory inventory, int first, int second, List<Integer> results) {
        Inventory rest = inventory.copy();
        rest.remove(first, 1);
        rest.remove(second, 1);
        for (int result : results) {
            Refusal.when(!rest.fits(result, 1), RuleViolation.INVENTORY_FULL);
        }
    }

    private Grade gradeOf(int itemCode) {
        Weapon weapon = content.weapon(itemCode);
        if (weapon != null) {
            return weapon.grade();
        }
        Armour part = content.armour(itemCode);
        if (part == null) {
            throw new RuleViolationException(RuleViolation.COMBINE_INCOMPATIBLE);
        }
        return part.grade();
    }

    private List<Integer> choices(ItemKind kind, Grade grade) {
        ArmourSlot slot = kind.slot();
        return slot == null
                ? content.plainWeapons(grade).stream().map(Weapon::code).toList()
                : content.armour(slot, grade).stream().map(Armour::code).toList();
    }

    private record Outcome(boolean success, int code) {}
}
