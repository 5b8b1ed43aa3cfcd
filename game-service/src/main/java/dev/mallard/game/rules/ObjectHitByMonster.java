package dev.mallard.game.rules;

import dev.mallard.game.world.Core;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

/** The host reports that a monster hit an object. */
final class ObjectHitByMonster {

    private final GameSettings.Reach reach;
    private final long intervalMillis;
    private final MonsterControl control;
    private final ObjectDamage damage;

    ObjectHitByMonster(GameSettings settings, MonsterControl control, ObjectDamage damage) {
        this.reach = settings.reach();
        this.intervalMillis = settings.rates().monsterHitInterval().toMillis();
        this.control = control;
        this.damage = damage;
    }

    void apply(Game game, Player player, int objectId, int monsterId, Notifications out) {
        if (!control.hostMayReport(game, player)) {
            out.dropped(DropReason.NOT_ENTITLED);
            return;
        }
        Monster monster = game.monsters().find(monsterId);
        if (monster == null) {
            out.dropped(DropReason.MONSTER_UNKNOWN);
            return;
        }
        GameObject object = game.objects().find(objectId);
        if (object == null) {
            Refusal.when(!game.objects().destroyed(objectId), RuleViolation.OBJECT_NOT_FOUND);
            out.dropped(DropReason.OBJECT_DESTROYED);
        } else if (!near(monster, object)) {
            out.dropped(DropReason.OUT_OF_REACH);
        } else if (game.now() - monster.lastObjectHit() < intervalMillis) {
            out.dropped(DropReason.TOO_FAST);
        } else {
            monster.hitObject(game.now());
            control.reported(game, player);
            damage.byMonster(game, monster, object, out);
        }
    }

    private boolean near(Monster monster, GameObject object) {
        double extra = object instanceof Core ? reach.monsterToCoreExtra() : reach.monsterExtra();
        return monster.reaches(object, monster.kind().range() + extra);
    }
}
