package dev.mallard.bots.load.behaviour;

import dev.mallard.bots.load.player.Player;

import java.time.Duration;

/**
 * Ends a match that has lasted long enough: the host has the monsters destroy the core. Should that not
 * work, everybody leaves.
 */
final class EndMatch implements Intent {

    private static final Duration SIEGE = Duration.ofSeconds(20);

    private final long length;

    EndMatch(Duration length) {
        this.length = length.toNanos();
    }

    @Override
    public void carryOut(Player player, long intended) {
        long over = intended - player.gameSince() - length;
        if (over > SIEGE.toNanos()) {
            player.leaveGame(intended);
        } else if (over > 0) {
            player.besiegeCore(intended);
        }
    }
}
