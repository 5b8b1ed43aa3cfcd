package dev.mallard.game.rules;

import dev.mallard.game.content.Weapon;
import dev.mallard.game.world.Body;
import dev.mallard.game.world.Player;

/** How far a player can hit. */
final class PlayerReach {

    private PlayerReach() {}

    /** Whether a player's weapon, or his fist, reaches a target. */
    static boolean covers(Player player, Body target, GameSettings.Reach reach) {
        Weapon weapon = player.equipment().weapon();
        double limit = weapon == null ? reach.unarmed() : weapon.range() + reach.weaponExtra();
        return player.reaches(target, limit);
    }
}
