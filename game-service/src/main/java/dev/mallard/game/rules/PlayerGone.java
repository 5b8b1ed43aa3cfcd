package dev.mallard.game.rules;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/**
 * A player gives up the seat for good. Nobody is told: he is missing in the next positions. Without
 * its host a game goes on only if another player is connected and the server may move the monsters.
 */
final class PlayerGone {

    private final boolean survivesHost;
    private final MonsterSpawn monsterSpawn;

    PlayerGone(GameSettings settings, MonsterSpawn monsterSpawn) {
        this.survivesHost =
                settings.timing().resumeGrace().isPositive()
                        && settings.simulation().mode() != MonsterSimulation.HOST;
        this.monsterSpawn = monsterSpawn;
    }

    void apply(Game game, Player player, Notifications out) {
        player.away(game.now());
        game.seats().presenceChanged();
        Boxes.release(player, out);
        game.seats().remove(player);
        out.seatGivenUp(player.id());
        if (player.id() == game.hostId()) {
            hostGone(game, out);
        } else if (game.players().isEmpty()) {
            GameEnd.end(game, GameOutcome.ABANDONED);
        }
    }

    private void hostGone(Game game, Notifications out) {
        if (!survivesHost || !game.running() || game.seats().deserted()) {
            GameEnd.end(game, GameOutcome.HOST_LEFT);
        } else {
            game.hostSimulates(false);
            monsterSpawn.hostLeft(game, out);
        }
    }
}
