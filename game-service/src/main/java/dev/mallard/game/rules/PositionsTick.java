package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.PlayerPosition;

import java.util.ArrayList;
import java.util.List;

/** Tells all where all connected players are, the dead ones included. */
final class PositionsTick {

    void apply(Game game, Notifications out) {
        if (game.seats().deserted()) {
            return;
        }
        GameEvent.PlayerPositions positions = game.lastPositions();
        if (positions == null || !current(positions.players(), game.players())) {
            positions = new GameEvent.PlayerPositions(positions(game.players()));
            game.lastPositions(positions);
        }
        out.send(Audience.ALL, positions);
    }

    private static boolean current(List<PlayerPosition> known, List<Player> players) {
        int next = 0;
        for (int index = 0; index < players.size(); index++) {
            Player player = players.get(index);
            if (player.connected()) {
                if (next == known.size() || !same(known.get(next), player)) {
                    return false;
                }
                next++;
            }
        }
        return next == known.size();
    }

    private static boolean same(PlayerPosition known, Player player) {
        return known.playerId() == player.id()
                && Float.compare(known.x(), player.x()) == 0
                && Float.compare(known.y(), player.y()) == 0;
    }

    private static List<PlayerPosition> positions(List<Player> players) {
        List<PlayerPosition> positions = new ArrayList<>(players.size());
        for (Player player : players) {
            if (player.connected()) {
                positions.add(WorldState.position(player));
            }
        }
        return List.copyOf(positions);
    }
}
