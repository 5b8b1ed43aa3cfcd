package dev.mallard.game.world;

import dev.mallard.game.content.ObjectKind;
import dev.mallard.game.content.ObjectType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The standing objects of a game in the order of their ids; ids are never used again. A list rather than a map:
 * with some hundred objects in each of thousands of games, the nodes of a tree would be most of their memory.
 */
public final class GameObjects {

    private final List<GameObject> standing = new ArrayList<>();
    private final ChangeCounts changes = new ChangeCounts();
    private final Core core;
    private int nextId;
    private int walls;

    /**
     * @param core the core, already part of the objects
     */
    public GameObjects(Core core) {
        this.core = core;
        add(core);
    }

    public Core core() {
        return core;
    }

    /** The standing object with an id, or null. */
    public @Nullable GameObject find(int id) {
        int index = indexOf(id);
        return index < 0 ? null : standing.get(index);
    }

    /** Whether an object had this id and was destroyed. */
    public boolean destroyed(int id) {
        return id >= Core.ID && id < nextId && indexOf(id) < 0;
    }

    /** The standing objects, core first. */
    public List<GameObject> all() {
        return Collections.unmodifiableList(standing);
    }

    /** How often they have changed. */
    public ChangeCounts changes() {
        return changes;
    }

    /** Where in {@link #all()} the first object stands whose id is not below this one. */
    public int indexFrom(int id) {
        int index = indexOf(id);
        return index < 0 ? -1 - index : index;
    }

    /** The id of the next new object; all lower ones were given out. */
    public int nextId() {
        return nextId;
    }

    /** Makes sure that ids below this one are not given out again. */
    public void idsUsedBelow(int id) {
        nextId = Math.max(nextId, id);
    }

    /** Number of standing walls. */
    public int walls() {
        return walls;
    }

    /**
     * Adds an object.
     *
     * @throws IllegalStateException when the id was used before
     */
    public void add(GameObject object) {
        if (object.id() < nextId) {
            throw new IllegalStateException("object id " + object.id() + " was used before");
        }
        standing.add(object);
        object.countIn(changes);
        nextId = object.id() + 1;
        if (object.kind().type() == ObjectType.WALL) {
            walls++;
        }
    }

    /** Puts a new object without content into the world, with the next free id. */
    public GameObject place(ObjectKind kind, float x, float y) {
        Plain object = new Plain(nextId, kind);
        object.moveTo(x, y);
        add(object);
        return object;
    }

    /** Removes a destroyed object. */
    public void remove(GameObject object) {
        int index = indexOf(object.id());
        if (index >= 0) {
            standing.remove(index);
            object.changed();
            if (object.kind().type() == ObjectType.WALL) {
                walls--;
            }
        }
    }

    /** Where an id stands in the list, or -1 less the place where it would stand. */
    private int indexOf(int id) {
        int low = 0;
        int high = standing.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = standing.get(middle).id();
            if (found == id) {
                return middle;
            }
            if (found < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }
}
