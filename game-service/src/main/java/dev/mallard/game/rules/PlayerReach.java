package dev.mallard.game.rules;

import dev.mallard.game.content.Weapon;
import dev.mallard.game.world.Player;

/** How far a player can hit. */
final class PlayerReach {

    private PlayerReach() {}

    /** Whether a player's weapon, or his fist, reaches a point. */
    static boolean covers(Player player, float x, float y, GameSettings.Reach reach) {
        Weapon weapon = player.equipment().weapon();
        double limit = weapon == null ? reach.unarmed() : weapon.range() + reach.weaponExtra();
        return player.distanceSquared(x, y) <= limit * limit;
    }
}
