package dev.mallard.bots.load.player;

import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.S2CGameStartNotification;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The monsters of a table's game that its players deal with: those near enough to be struck, and those that
 * lie in wait at the core to end the game. One thread.
 */
final class Field {

    private final Map<Integer, MonsterPositionData> prey = new HashMap<>();
    private final List<Integer> besiegers = new ArrayList<>();

    void started(S2CGameStartNotification start) {
        prey.clear();
        besiegers.clear();
        for (MonsterPositionData monster : start.getMonstersList()) {
            switch (StartPlaces.roleAt(monster.getX(), monster.getY())) {
                case PREY -> prey.put(monster.getMonsterId(), monster);
                case BESIEGER -> besiegers.add(monster.getMonsterId());
                case BYSTANDER -> {}
            }
        }
    }

    void beaten(int monsterId) {
        prey.remove(monsterId);
    }

    /** The nearest monster that can be struck; null if none is in reach. */
    @Nullable MonsterPositionData nearest(float x, float y, float reach) {
        MonsterPositionData nearest = null;
        double shortest = reach;
        for (MonsterPositionData monster : prey.values()) {
            double distance = Math.hypot(monster.getX() - x, monster.getY() - y);
            if (distance < shortest) {
                shortest = distance;
                nearest = monster;
            }
        }
        return nearest;
    }

    /** Has every monster that can be struck take a step around its place. */
    List<MonsterPositionData> step(double angle, double length) {
        List<MonsterPositionData> moved = new ArrayList<>(prey.size());
        for (MonsterPositionData monster : prey.values()) {
            double direction = angle + monster.getMonsterId();
            moved.add(
                    monster.toBuilder()
                            .setX((float) (monster.getX() + length * Math.cos(direction)))
                            .setY((float) (monster.getY() + length * Math.sin(direction)))
                            .build());
        }
        return moved;
    }

    List<Integer> besiegers() {
        return besiegers;
    }
}
