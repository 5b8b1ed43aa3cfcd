package dev.mallard.game.content;

import java.util.List;

/**
 * The figures of a player.
 *
 * @param hitPoints at full health, and at the beginning
 * @param hunger when full, and at the beginning
 * @param hungerPeriodMillis time in which hunger falls by 1
 * @param starvationDamage hit points lost per period at hunger 0
 * @param attackBonus a hit adds 0 to this minus 1
 * @param speed walking speed, world units per second
 * @param slots inventory slots
 * @param startItems item codes, one unit each, that every player gets at the start
 */
public record PlayerStats(
        int hitPoints,
        int hunger,
        int hungerPeriodMillis,
        int starvationDamage,
        int attackBonus,
        double speed,
        int slots,
        List<Integer> startItems) {

    /** Freezes the list. */
    public PlayerStats {
        startItems = List.copyOf(startItems);
    }
}
