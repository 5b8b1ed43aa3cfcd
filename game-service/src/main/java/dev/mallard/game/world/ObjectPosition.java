package dev.mallard.game.world;

/**
 * Where the host's client wants an object at the start.
 *
 * @param objectId id, unique in one game
 * @param x world x
 * @param y world y
 */
public record ObjectPosition(int objectId, float x, float y) {

    /** The id of no object, for an entry that does not say which one it is about. */
    public static final int UNNAMED = -1;
}
