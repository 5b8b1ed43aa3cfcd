package dev.mallard.game.rules;

import dev.mallard.game.world.Container;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

import java.util.List;

/** Closes boxes whose holders walked away. */
final class BoxReach {

    private final GameSettings.Reach reach;

    BoxReach(GameSettings.Reach reach) {
        this.reach = reach;
    }

    void apply(Game game, Notifications out) {
        List<Player> players = game.players();
        for (int index = 0; index < players.size(); index++) {
            Player player = players.get(index);
            Container held = player.held();
            if (held != null && !Boxes.reaches(player, held, reach)) {
                Boxes.release(player, out);
            }
        }
    }
}
