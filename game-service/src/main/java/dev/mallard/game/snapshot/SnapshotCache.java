package dev.mallard.game.snapshot;

import dev.mallard.game.world.Game;

/**
 * The last whole snapshot of a game, of which the next ones will most likely repeat a lot: most monsters and objects
 * are far from any player and do not change. What has not changed is not looked at, and as soon as the store has the
 * whole snapshot, only the difference to it is given out. For one game, on its thread, but for what the store says.
 */
public final class SnapshotCache {

    /**
     * Each so many snapshots there is a whole one, so that what has changed once is not written again and again; of
     * each game at another time.
     */
    static final int RENEWAL = 16;

    /** Most games take less at first. */
    private static final int FIRST_BYTES = 6144;

    /** What is longer than the last time by more than this is copied once more. */
    private static final int GROWTH_BYTES = 256;

    /** Not a checksum, which are from 0. */
    private static final long NONE = -1;

    private final BlockCache monsters = new BlockCache();
    private final BlockCache objects = new BlockCache();
    private byte[] whole = {};
    private long base = NONE;
    private int made;
    private int wholeBytes = FIRST_BYTES;
    private int deltaBytes = GROWTH_BYTES;
    private volatile long stored = NONE;

    /**
     * The store has a whole snapshot. Any thread.
     *
     * @param base its checksum
     */
    public void stored(long base) {
        stored = base;
    }

    /** The store has no whole snapshot, or it is not known which; the next one will be whole. Any thread. */
    public void notStored() {
        stored = NONE;
    }

    BlockCache monsters() {
        return monsters;
    }

    BlockCache objects() {
        return objects;
    }

    SnapshotOutput begin(Game game) {
        boolean renewed = Math.floorMod(made++ + game.id(), RENEWAL) == 0;
        if (base != NONE && base == stored && !renewed) {
            return SnapshotOutput.delta(game.now(), deltaBytes, whole);
        }
        if (base == NONE) {
            monsters.forget();
            objects.forget();
        }
        // Where the blocks are is true again when all of it is written.
        base = NONE;
        return SnapshotOutput.whole(game.now(), wholeBytes, whole);
    }

    Snapshot finish(SnapshotOutput out) {
        byte[] bytes = out.finish();
        if (out.isDelta()) {
            deltaBytes = bytes.length + GROWTH_BYTES;
            return new Snapshot.Delta(base, bytes);
        }
        whole = bytes;
        wholeBytes = bytes.length + GROWTH_BYTES;
        Snapshot.Whole snapshot = new Snapshot.Whole(bytes);
        base = snapshot.base();
        return snapshot;
    }
}
