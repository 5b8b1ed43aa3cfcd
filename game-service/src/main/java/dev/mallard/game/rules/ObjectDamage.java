package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Container;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** Objects lose hit points, and go. */
final class ObjectDamage {

    /** A monster hits an object; the fall of the core ends the game. */
    void byMonster(Game game, Monster monster, GameObject object, Notifications out) {
        object.hurt(monster.kind().attack());
        if (object instanceof Core || !object.destroyed()) {
            tellHitPoints(object, out);
        }
        if (!object.destroyed()) {
            return;
        }
        if (object instanceof Core) {
            GameEnd.end(game, GameOutcome.CORE_DESTROYED);
        } else {
            destroy(game, object, out);
        }
    }

    /** Tells the hit points of an object. */
    static void tellHitPoints(GameObject object, Notifications out) {
        out.send(Audience.ALL, new GameEvent.ObjectHitPoints(object.id(), object.hitPoints()));
    }

    /** Takes an object out of the game, with everything in it. */
    static void destroy(Game game, GameObject object, Notifications out) {
        if (object instanceof Container container) {
            Player holder = container.holder();
            if (holder != null) {
                Boxes.release(holder, out);
            }
        }
        game.objects().remove(object);
        out.send(Audience.ALL, new GameEvent.ObjectDestroyed(object.id()));
    }
}
