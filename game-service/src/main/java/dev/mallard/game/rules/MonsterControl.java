package dev.mallard.game.rules;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Player;

/** Decides who moves the monsters of a game. */
final class MonsterControl {

    private final MonsterSimulation mode;

    MonsterControl(MonsterSimulation mode) {
        this.mode = mode;
    }

    /** Whether the server walks the monsters at present. */
    boolean serverWalks(Game game) {
        return switch (mode) {
            case SERVER -> true;
            case HOST -> false;
            case HOST_WITH_FALLBACK ->
                    game.seats().connectedHost() == null || !game.hostSimulates();
        };
    }

    /** Whether the server places a wave at once instead of asking the host. */
    boolean serverPlacesWaves(Game game) {
        return mode == MonsterSimulation.SERVER
                || (mode == MonsterSimulation.HOST_WITH_FALLBACK
                        && game.seats().connectedHost() == null);
    }

    /** Whether a player is the host and may report for every monster. */
    boolean hostMayReport(Game game, Player player) {
        return mode != MonsterSimulation.SERVER && player.id() == game.hostId();
    }

    /** Whether a player may report where a monster is and what it does. */
    boolean mayReport(Game game, Player player, Monster monster) {
        return hostMayReport(game, player) || (chases(monster, player) && !serverWalks(game));
    }

    /** A client reported something of the monsters; if it was the host's, he has them again. */
    void reported(Game game, Player player) {
        if (hostMayReport(game, player)) {
            game.hostSimulates(true);
        }
    }

    private static boolean chases(Monster monster, Player player) {
        Player target = monster.target();
        return target != null && target.id() == player.id() && player.targetable();
    }
}
