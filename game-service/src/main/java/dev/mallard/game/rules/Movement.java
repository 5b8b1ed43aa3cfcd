package dev.mallard.game.rules;

import dev.mallard.game.content.PlayerStats;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** A player walks. There is no answer; the place is part of the next positions. */
final class Movement {

    private final MovementMode mode;
    private final Bounds bounds;
    private final Allowance allowance;

    Movement(PlayerStats stats, GameSettings.Walking walking, Bounds bounds) {
        this.mode = walking.mode();
        this.bounds = bounds;
        this.allowance = new Allowance(stats, walking);
    }

    void apply(Game game, Player player, float x, float y, Notifications out) {
        if (player.dead()) {
            out.dropped(DropReason.PLAYER_DEAD);
            return;
        }
        if (!Bounds.finite(x, y)) {
            out.dropped(DropReason.INVALID_COORDINATE);
            return;
        }
        float toX = bounds.clamp(x);
        float toY = bounds.clamp(y);
        if (mode == MovementMode.OFF) {
            player.moveTo(toX, toY);
            return;
        }
        double distance = Math.sqrt(player.distanceSquared(toX, toY));
        double allowed = allowance.grow(player, game.now());
        if (distance > allowed) {
            out.movedOutsideAllowance();
            if (mode == MovementMode.ENFORCE) {
                double part = allowed / distance;
                toX = (float) (player.x() + (toX - player.x()) * part);
                toY = (float) (player.y() + (toY - player.y()) * part);
                distance = allowed;
            }
        }
        player.moveTo(toX, toY);
        Allowance.use(player, distance);
    }
}
