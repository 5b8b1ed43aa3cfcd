package dev.mallard.game.world;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The living monsters of a game, in the order of their ids, and those that moved since the last
 * report. Iterate with {@link #size()} and {@link #get(int)}; that makes no garbage.
 */
public final class Monsters {

    private @Nullable Monster[] byId = new Monster[512];
    private final List<Monster> living = new ArrayList<>();
    private final List<Monster> moved = new ArrayList<>();
    private final ChangeCounts changes = new ChangeCounts();

    /** Number of living monsters. */
    public int size() {
        return living.size();
    }

    /**
     * One of the living monsters.
     *
     * @param index 0 to {@link #size()} - 1
     */
    public Monster get(int index) {
        return living.get(index);
    }

    /** Number of living monsters with ids from one to before another. */
    public int countBetween(int fromId, int beforeId) {
        int count = 0;
        for (int id = fromId; id < Math.min(beforeId, byId.length); id++) {
            count += byId[id] == null ? 0 : 1;
        }
        return count;
    }

    /** How often they have changed. */
    public ChangeCounts changes() {
        return changes;
    }

    /** The living monster with an id, or null. */
    public @Nullable Monster find(int id) {
        return id >= 0 && id < byId.length ? byId[id] : null;
    }

    /**
     * Adds a monster.
     *
     * @throws IllegalStateException when one with this id lives
     */
    public void add(Monster monster) {
        int id = monster.id();
        if (find(id) != null) {
            throw new IllegalStateException("monster " + id + " exists");
        }
        if (id >= byId.length) {
            byId = Arrays.copyOf(byId, Math.max(id + 1, byId.length * 2));
        }
        byId[id] = monster;
        int index = living.size();
        while (index > 0 && living.get(index - 1).id() > id) {
            index--;
        }
        living.add(index, monster);
        monster.countIn(changes);
    }

    /** Removes a dead monster. */
    public void remove(Monster monster) {
        byId[monster.id()] = null;
        living.remove(monster);
        monster.changed();
        if (monster.moved()) {
            monster.moved(false);
            moved.remove(monster);
        }
    }

    /** Notes that a monster moved; it is reported once, with its latest place. */
    public void markMoved(Monster monster) {
        if (!monster.moved()) {
            monster.moved(true);
            moved.add(monster);
        }
    }

    /** Whether a monster waits to be reported. */
    public boolean anyMoved() {
        return !moved.isEmpty();
    }

    /** The monsters that wait to be reported, in the order of their first move. */
    public List<Monster> moved() {
        return Collections.unmodifiableList(moved);
    }

    /** The monsters that moved since the last call, in the order of their first move. */
    public List<MonsterPosition> takeMoved() {
        List<MonsterPosition> positions = new ArrayList<>(moved.size());
        for (Monster monster : moved) {
            monster.moved(false);
            positions.add(monster.position());
        }
        moved.clear();
        return Collections.unmodifiableList(positions);
    }

    /** Ids and kinds of the living monsters. */
    public List<MonsterRef> refs() {
        return living.stream().map(Monster::ref).toList();
    }

    /** Ids, kinds and places of the living monsters. */
    public List<MonsterPosition> positions() {
        return living.stream().map(Monster::position).toList();
    }
}
