package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Monsters;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/**
 * Walks the monsters while no client does: to their target, wave monsters without one to the core,
 * all others home. A monster that touches a player or the core strikes.
 */
final class ServerSimulation {

    /** No step is longer, so that a delayed tick does not let monsters jump. */
    private static final long LONGEST_STEP_MILLIS = 1000;

    private final MonsterControl control;
    private final ObjectDamage objectDamage;
    private final double speedFactor;
    private final double contact;
    private final long contactMillis;

    ServerSimulation(GameSettings settings, MonsterControl control, ObjectDamage objectDamage) {
        this.control = control;
        this.objectDamage = objectDamage;
        this.speedFactor = settings.simulation().speedFactor();
        this.contact = settings.simulation().contactDistance();
        this.contactMillis = settings.simulation().contactInterval().toMillis();
    }

    void apply(Game game, Notifications out) {
        long elapsed = Math.min(LONGEST_STEP_MILLIS, game.simulationElapsed());
        if (!control.serverWalks(game)) {
            return;
        }
        Monsters monsters = game.monsters();
        for (int index = 0; index < monsters.size() && game.running(); index++) {
            Monster monster = monsters.get(index);
            double step = monster.kind().speed() * speedFactor * elapsed / 1000;
            Player target = monster.target();
            if (target != null && target.targetable()) {
                chase(game, monster, target, step, out);
            } else if (monster.wave()) {
                storm(game, monster, game.objects().core(), step, out);
            } else {
                walk(game, monster, monster.homeX(), monster.homeY(), step, 0);
            }
        }
    }

    private void chase(Game game, Monster monster, Player target, double step, Notifications out) {
        if (!monster.reaches(target, contact)) {
            walk(game, monster, target.x(), target.y(), step, contact / 2);
        }
        if (monster.reaches(target, contact)
                && game.now() - monster.lastHitOn(target) >= contactMillis) {
            monster.hit(target, game.now());
            out.send(Audience.ALL, new GameEvent.MonsterAttacked(monster.id(), true, target.id()));
            PlayerHealth.hurt(target, Damage.toPlayer(monster, target), out);
        }
    }

    private void storm(Game game, Monster monster, Core core, double step, Notifications out) {
        if (!monster.reaches(core, contact)) {
            walk(game, monster, core.x(), core.y(), step, contact / 2);
        }
        if (monster.reaches(core, contact)
                && game.now() - monster.lastObjectHit() >= contactMillis) {
            monster.hitObject(game.now());
            out.send(Audience.ALL, new GameEvent.MonsterAttacked(monster.id(), false, core.id()));
            objectDamage.byMonster(game, monster, core, out);
        }
    }

    private static void walk(
            Game game, Monster monster, float toX, float toY, double step, double stopBefore) {
        double distance = Math.sqrt(monster.distanceSquared(toX, toY));
        double part = Math.min(step, distance - stopBefore) / distance;
        if (!(part > 0)) { // there already, or no time has passed
            return;
        }
        float x = part >= 1 ? toX : (float) (monster.x() + (toX - monster.x()) * part);
        float y = part >= 1 ? toY : (float) (monster.y() + (toY - monster.y()) * part);
        monster.moveTo(x, y);
        game.monsters().markMoved(monster);
    }
}
