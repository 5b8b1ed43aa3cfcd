package dev.mallard.game.rules;

import dev.mallard.game.content.Weapon;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Player;

import org.jspecify.annotations.Nullable;

import java.util.random.RandomGenerator;

/** The formulas of combat. */
final class Damage {

    private Damage() {}

    /**
     * What a player does to a monster.
     *
     * @param bonus the hit adds 0 to this minus 1
     * @return at least 1 and at most its hit points; 0 on the boss without a coated weapon
     */
    static int toMonster(Player player, Monster monster, int bonus, RandomGenerator random) {
        int raw = player.equipment().attack() + random.nextInt(bonus);
        if (monster.kind().boss() && !coated(player.equipment().weapon())) {
            return 0;
        }
        return Math.min(Math.max(1, raw - monster.kind().defence()), monster.hitPoints());
    }

    /** What a monster does to a player: at least 1. */
    static int toPlayer(Monster monster, Player player) {
        long attack = monster.kind().attack() * 100L;
        return (int) Math.max(1, attack / (100 + player.equipment().defence()));
    }

    private static boolean coated(@Nullable Weapon weapon) {
        return weapon != null && weapon.coated();
    }
}
