package dev.mallard.game.rules;

import dev.mallard.game.content.Weapon;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

import java.util.List;

/** A player hits an object with a sword or an axe. */
final class ObjectHitByPlayer {

    private static final int DAMAGE = 1;

    private final GameSettings.Reach reach;
    private final int perSecond;
    private final Drops drops;

    ObjectHitByPlayer(GameSettings settings, Drops drops) {
        this.reach = settings.reach();
        this.perSecond = settings.rates().objectHitsPerSecond();
        this.drops = drops;
    }

    void apply(Game game, Player player, int objectId, Notifications out) {
        if (player.dead()) {
            out.dropped(DropReason.PLAYER_DEAD);
            return;
        }
        GameObject object = game.objects().find(objectId);
        Refusal.when(object instanceof Core, RuleViolation.OBJECT_NOT_FOUND);
        if (object == null) {
            Refusal.when(!game.objects().destroyed(objectId), RuleViolation.OBJECT_NOT_FOUND);
            out.dropped(DropReason.OBJECT_DESTROYED);
        } else if (!armed(player)) {
            out.dropped(DropReason.NO_MELEE_WEAPON);
        } else if (!PlayerReach.covers(player, object, reach)) {
            out.dropped(DropReason.OUT_OF_REACH);
        } else if (!player.objectHits().tryTake(game.now(), perSecond, perSecond)) {
            out.dropped(DropReason.TOO_FAST);
        } else {
            hit(game, object, out);
        }
    }

    private static boolean armed(Player player) {
        Weapon weapon = player.equipment().weapon();
        return weapon != null && weapon.type().melee();
    }

    private void hit(Game game, GameObject object, Notifications out) {
        object.hurt(DAMAGE);
        ObjectDamage.tellHitPoints(object, out);
        if (!object.destroyed()) {
            return;
        }
        List<GroundItem> items = drops.ofObject(game, object);
        if (!items.isEmpty()) {
            out.send(Audience.ALL, new GameEvent.ItemsSpawned(items));
        }
        ObjectDamage.destroy(game, object, out);
    }
}
