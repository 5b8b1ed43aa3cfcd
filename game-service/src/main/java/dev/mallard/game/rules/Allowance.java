package dev.mallard.game.rules;

import dev.mallard.game.content.PlayerStats;
import dev.mallard.game.world.Player;

/** How far a player may walk: grows with time up to a maximum, and shrinks by what is walked. */
final class Allowance {

    private final double perMilli;
    private final double most;

    Allowance(PlayerStats stats, GameSettings.Walking walking) {
        double perSecond = stats.speed() * walking.tolerance();
        this.perMilli = perSecond / 1000;
        this.most = perSecond * walking.allowanceSeconds();
    }

    /** Sets the allowance to its maximum, after the server moved the player. */
    void fill(Player player, long nowMillis) {
        player.allowance(most, nowMillis);
    }

    /** Adds what has grown since the last call and returns the distance that may be walked. */
    double grow(Player player, long nowMillis) {
        double grown = player.allowance() + (nowMillis - player.allowanceAt()) * perMilli;
        player.allowance(Math.min(most, grown), nowMillis);
        return player.allowance();
    }

    /** Takes off a walked distance, not below 0. */
    static void use(Player player, double distance) {
        player.allowance(Math.max(0, player.allowance() - distance), player.allowanceAt());
    }
}
