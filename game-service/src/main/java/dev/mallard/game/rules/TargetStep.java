package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterTarget;
import dev.mallard.game.world.Monsters;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Every monster looks for a player to chase, or gives up; all changes go out together. */
final class TargetStep {

    private static final int NOBODY = 0;

    private final boolean sendEmpty;

    TargetStep(boolean sendEmpty) {
        this.sendEmpty = sendEmpty;
    }

    void apply(Game game, Notifications out) {
        Player[] candidates = candidates(game);
        Monsters monsters = game.monsters();
        long elapsed = game.monsterStepElapsed();
        List<MonsterTarget> changes = List.of();
        for (int index = 0; index < monsters.size(); index++) {
            Monster monster = monsters.get(index);
            MonsterTarget change = monster.coolDownMillis() > 0 ? null : look(monster, candidates);
            if (change != null) {
                changes = changes.isEmpty() ? new ArrayList<>() : changes;
                changes.add(change);
            }
            if (monster.coolDownMillis() > 0) { // also one that was set just now
                monster.coolDownMillis(monster.coolDownMillis() - elapsed);
            }
        }
        if (!changes.isEmpty() || sendEmpty) {
            out.send(Audience.ALL, new GameEvent.MonsterTargets(List.copyOf(changes)));
        }
    }

    private static Player[] candidates(Game game) {
        return game.players().stream().filter(Player::targetable).toArray(Player[]::new);
    }

    private static @Nullable MonsterTarget look(Monster monster, Player[] candidates) {
        Player target = monster.target();
        if (target != null && lost(monster, target, candidates)) {
            monster.target(null);
            monster.coolDownMillis(monster.kind().coolDownMillis());
            return new MonsterTarget(monster.id(), NOBODY);
        }
        Player nearest = nearest(monster, target, candidates);
        if (nearest == null) {
            return null;
        }
        monster.target(nearest);
        return new MonsterTarget(monster.id(), nearest.id());
    }

    private static boolean lost(Monster monster, Player target, Player[] candidates) {
        double lose = monster.kind().loseDistance();
        double leash = monster.kind().leash();
        return !contains(candidates, target)
                || !monster.reaches(target, lose)
                || !monster.reaches(monster.homeX(), monster.homeY(), leash);
    }

    private static boolean contains(Player[] candidates, Player target) {
        for (Player candidate : candidates) {
            if (candidate.id() == target.id()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The nearest candidate in range who is strictly nearer than the target; the first if equal.
     */
    private static @Nullable Player nearest(
            Monster monster, @Nullable Player target, Player[] candidates) {
        double range = monster.kind().range();
        double best = range * range;
        if (target != null) {
            best = Math.min(best, target.distanceSquared(monster.x(), monster.y()));
        }
        Player nearest = null;
        for (Player candidate : candidates) {
            double distance = candidate.distanceSquared(monster.x(), monster.y());
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }
}
