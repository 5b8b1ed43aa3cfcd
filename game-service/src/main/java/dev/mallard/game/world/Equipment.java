package dev.mallard.game.world;

import dev.mallard.game.content.Armour;
import dev.mallard.game.content.ArmourSlot;
import dev.mallard.game.content.Weapon;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a player wears: at most one weapon, and one armour part per slot. */
public final class Equipment {

    private @Nullable Weapon weapon;
    private final Map<ArmourSlot, Armour> armour = new EnumMap<>(ArmourSlot.class);
    private int armourAttack;
    private int armourDefence;

    /** The weapon, or null. */
    public @Nullable Weapon weapon() {
        return weapon;
    }

    /** The part in a slot, or null. */
    public @Nullable Armour armour(ArmourSlot slot) {
        return armour.get(slot);
    }

    /** Wears another weapon, or none. */
    public void weapon(@Nullable Weapon other) {
        weapon = other;
    }

    /** Wears an armour part in its slot. */
    public void wear(Armour part) {
        armour.put(part.slot(), part);
        sum();
    }

    /** Empties a slot. */
    public void takeOff(ArmourSlot slot) {
        armour.remove(slot);
        sum();
    }

    /** Attack of the weapon and all armour parts. */
    public int attack() {
        return armourAttack + (weapon == null ? 0 : weapon.attack());
    }

    /** Defence of all armour parts. */
    public int defence() {
        return armourDefence;
    }

    /** Codes of everything worn: the weapon, then the slots in order. */
    public List<Integer> codes() {
        List<Integer> codes = new ArrayList<>();
        if (weapon != null) {
            codes.add(weapon.code());
        }
        armour.values().forEach(part -> codes.add(part.code()));
        return codes;
    }

    private void sum() {
        armourAttack = armour.values().stream().mapToInt(Armour::attack).sum();
        armourDefence = armour.values().stream().mapToInt(Armour::defence).sum();
    }
}
