package dev.mallard.game.world;

import dev.mallard.game.content.ObjectKind;
import dev.mallard.game.content.ObjectType;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The standing objects of a game in the order of their ids; ids are never used again. */
public final class GameObjects {

    private final SequencedMap<Integer, GameObject> standing = new TreeMap<>();
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
        return standing.get(id);
    }

    /** Whether an object had this id and was destroyed. */
    public boolean destroyed(int id) {
        return id >= Core.ID && id < nextId && !standing.containsKey(id);
    }

    /** The standing objects, core first. */
    public Collection<GameObject> all() {
        return Collections.unmodifiableCollection(standing.values());
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
        standing.put(object.id(), object);
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
        if (standing.remove(object.id()) != null && object.kind().type() == ObjectType.WALL) {
            walls--;
        }
    }
}
