package dev.mallard.game.rules;

import dev.mallard.game.content.Armour;
import dev.mallard.game.content.ArmourSlot;
import dev.mallard.game.content.ItemKind;
import dev.mallard.game.content.Weapon;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Equipment;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

/** A player takes off what he wears. */
final class DetachItem {

    private static final int NOTHING = 0;

    void apply(Game game, Player player, int itemCode, Notifications out) {
        ItemKind kind = ItemKind.of(itemCode);
        Refusal.when(!kind.equipment(), RuleViolation.NOT_EQUIPMENT);
        int worn = worn(player.equipment(), kind);
        Refusal.when(worn == NOTHING, RuleViolation.NOTHING_EQUIPPED);
        Refusal.when(!player.inventory().fits(itemCode, 1), RuleViolation.INVENTORY_FULL);
        Refusal.when(worn != itemCode, RuleViolation.WRONG_EQUIPPED_ITEM);
        takeOff(player.equipment(), kind);
        player.inventory().add(itemCode, 1);
        out.send(Audience.ALL, new GameEvent.ItemDetached(player.id(), itemCode));
    }

    private static int worn(Equipment equipment, ItemKind kind) {
        ArmourSlot slot = kind.slot();
        if (slot == null) {
            Weapon weapon = equipment.weapon();
            return weapon == null ? NOTHING : weapon.code();
        }
        Armour part = equipment.armour(slot);
        return part == null ? NOTHING : part.code();
    }

    private static void takeOff(Equipment equipment, ItemKind kind) {
        ArmourSlot slot = kind.slot();
        if (slot == null) {
            equipment.weapon(null);
        } else {
            equipment.takeOff(slot);
        }
    }
}
