package dev.mallard.game.content;

/**
 * A weapon.
 *
 * @param code 101 to 200
 * @param name display name
 * @param type what kind of weapon
 * @param grade item grade
 * @param attack added to the damage
 * @param range world units
 * @param speed for clients only
 * @param partnerCode the coated version of a plain weapon, the plain version of a coated one
 * @param coated whether it hurts the boss
 */
public record Weapon(
        int code,
        String name,
        WeaponType type,
        Grade grade,
        int attack,
        double range,
        double speed,
        int partnerCode,
        boolean coated) {}
