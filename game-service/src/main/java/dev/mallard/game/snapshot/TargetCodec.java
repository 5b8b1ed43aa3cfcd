package dev.mallard.game.snapshot;

import dev.mallard.game.content.PlayerStats;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Player;

import java.io.IOException;
import java.util.List;

/**
 * Writes and reads whom a monster chases: the place among the players, or the user id of somebody who
 * has given up the seat, whom the monster has not lost yet.
 */
final class TargetCodec {

    private final PlayerStats stats;
    private final int stackSize;

    TargetCodec(PlayerStats stats, int stackSize) {
        this.stats = stats;
        this.stackSize = stackSize;
    }

    void write(Player target, List<Player> players, SnapshotOutput out) {
        int index = players.indexOf(target);
        out.number(index + 1);
        if (index < 0) {
            out.number(target.id());
        }
    }

    Player read(Game game, SnapshotInput in) throws IOException {
        List<Player> players = game.players();
        int place = in.number(0, players.size());
        if (place > 0) {
            return players.get(place - 1);
        }
        Player gone = new Player(new Member(in.number(), ""), 0, stats, stackSize);
        gone.away(game.now());
        return gone;
    }
}
