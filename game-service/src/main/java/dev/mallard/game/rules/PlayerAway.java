package dev.mallard.game.rules;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** A player's connection is lost: the seat stays, what he holds open is released. */
final class PlayerAway {

    private final boolean seatsAreKept;
    private final PlayerGone playerGone;
    private final MonsterSpawn monsterSpawn;

    PlayerAway(GameSettings settings, PlayerGone playerGone, MonsterSpawn monsterSpawn) {
        this.seatsAreKept = settings.timing().resumeGrace().isPositive();
        this.playerGone = playerGone;
        this.monsterSpawn = monsterSpawn;
    }

    void apply(Game game, Player player, Notifications out) {
        if (!seatsAreKept) {
            playerGone.apply(game, player, out);
            return;
        }
        leave(game, player, out);
    }

    /** Nobody is connected any more, but all seats stay at first, also with no time to come back. */
    void applyToAll(Game game, Notifications out) {
        for (Player player : game.players()) {
            leave(game, player, out);
        }
    }

    private void leave(Game game, Player player, Notifications out) {
        player.away(game.now());
        game.seats().presenceChanged();
        Boxes.release(player, out);
        if (player.id() == game.hostId()) {
            game.hostSimulates(false);
            monsterSpawn.hostLeft(game, out);
        }
    }
}
