package dev.mallard.game.snapshot;

/**
 * The last snapshot of a game, of which the next one will most likely repeat a lot: most monsters and objects are
 * far from any player and do not change. A snapshot with a cache is the same as one without, and is made without
 * looking at them. For one game, on its thread.
 */
public final class SnapshotCache {

    /** Most games take less at first. */
    private static final int FIRST_BYTES = 6144;

    /** A snapshot that is longer than the last one by more than this is copied once more. */
    private static final int GROWTH_BYTES = 256;

    private final BlockCache monsters = new BlockCache();
    private final BlockCache objects = new BlockCache();
    private int expectedBytes = FIRST_BYTES;

    int expectedBytes() {
        return expectedBytes;
    }

    BlockCache monsters() {
        return monsters;
    }

    BlockCache objects() {
        return objects;
    }

    void begin() {
        monsters.begin();
        objects.begin();
    }

    void finish(byte[] snapshot) {
        monsters.finish(snapshot);
        objects.finish(snapshot);
        expectedBytes = snapshot.length + GROWTH_BYTES;
    }
}
