package dev.mallard.game.content;

/**
 * A kind of monster.
 *
 * @param code 201 to 300
 * @param name display name
 * @param hitPoints at full health
 * @param attack damage before armour
 * @param defence taken off the damage of players
 * @param range distance in world units within which it notices and reaches a player
 * @param speed world units per second when the server walks it
 * @param grade row of the drop table
 * @param loseDistance distance to the target beyond which it gives up, world units
 * @param leash distance to its home beyond which it gives up, world units
 * @param coolDownMillis how long it rests after giving up
 * @param boss whether its death wins the game and only coated weapons hurt it
 */
public record MonsterKind(
        int code,
        String name,
        int hitPoints,
        int attack,
        int defence,
        double range,
        double speed,
        DropGrade grade,
        double loseDistance,
        double leash,
        int coolDownMillis,
        boolean boss) {}
