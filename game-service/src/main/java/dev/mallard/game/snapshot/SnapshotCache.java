package dev.mallard.game.snapshot;

/**
 * What the last snapshot of a game had that the next one will most likely have as well: most monsters and objects
 * are far from any player and do not change. A snapshot with a cache is the same as one without, and is made
 * without looking at them. For one game, on its thread; takes less memory than the snapshot does.
 */
public final class SnapshotCache {

    private final BlockCache monsters = new BlockCache();
    private final BlockCache objects = new BlockCache();

    BlockCache monsters() {
        return monsters;
    }

    BlockCache objects() {
        return objects;
    }
}
