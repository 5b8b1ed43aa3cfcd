package dev.mallard.game.content;

/**
 * An armour part.
 *
 * @param code in the code range of its slot
 * @param name display name
 * @param slot where it is worn
 * @param grade item grade
 * @param defence lowers the damage of monsters
 * @param attack added to the wearer's damage
 */
public record Armour(
        int code, String name, ArmourSlot slot, Grade grade, int defence, int attack) {}
