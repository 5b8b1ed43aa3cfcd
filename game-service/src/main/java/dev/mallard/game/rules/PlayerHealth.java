package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** A living player loses hit points. */
final class PlayerHealth {

    private PlayerHealth() {}

    /** Takes hit points; tells the new value, or the death and nothing else. */
    static void hurt(Player player, int damage, Notifications out) {
        player.hurt(damage);
        if (!player.dead()) {
            out.send(Audience.ALL, new GameEvent.PlayerHitPoints(player.id(), player.hitPoints()));
            return;
        }
        out.send(Audience.ALL, new GameEvent.PlayerDied(player.id()));
        Boxes.release(player, out);
    }
}
