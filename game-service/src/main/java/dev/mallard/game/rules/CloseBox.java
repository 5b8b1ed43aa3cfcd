package dev.mallard.game.rules;

import dev.mallard.game.world.Container;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** A player closes the box he has open. */
final class CloseBox {

    void apply(Game game, Player player, int boxId, Notifications out) {
        if (player.dead()) {
            out.dropped(DropReason.PLAYER_DEAD);
        } else if (game.objects().find(boxId) instanceof Container container
                && Boxes.holds(player, container)) {
            Boxes.release(player, out);
        } else {
            out.dropped(DropReason.BOX_NOT_HELD);
        }
    }
}
