package dev.mallard.game.content;

import java.util.List;

/**
 * What exists when a game is created.
 *
 * @param monsters runs of monsters
 * @param objects runs of objects; the core is id 1
 */
public record Population(List<Run> monsters, List<Run> objects) {

    /** Freezes the lists. */
    public Population {
        monsters = List.copyOf(monsters);
        objects = List.copyOf(objects);
    }

    /**
     * Consecutive ids of one kind.
     *
     * @param firstId first id
     * @param code the kind
     * @param count number of ids
     */
    public record Run(int firstId, int code, int count) {}
}
