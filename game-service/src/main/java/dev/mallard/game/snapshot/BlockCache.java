package dev.mallard.game.snapshot;

import java.util.Arrays;

/**
 * Where in a game's last snapshot its blocks are, and which of them are still right. The snapshot itself is kept,
 * not a copy of each block: memory that lies together is read many times faster. Not thread-safe.
 */
final class BlockCache {

    /** Changes are counted from 1. */
    private static final int NOT_KEPT = 0;

    private byte[] last = {};
    private int[] counts = {};
    private int[] starts = {};
    private int[] ends = {};
    private boolean complete;
    private boolean usable;

    /** Begins another snapshot; nothing is known if the last one was not finished. */
    void begin() {
        usable = complete;
        complete = false;
    }

    /** Writes a block again, unless it has changed or was not to be kept. */
    boolean write(int block, int count, SnapshotOutput out) {
        if (!usable || block >= counts.length || counts[block] != count) {
            return false;
        }
        int start = out.size();
        out.bytes(last, starts[block], ends[block] - starts[block]);
        note(block, start, out);
        return true;
    }

    /**
     * Notes a block that has just been written.
     *
     * @param lasting whether it is right until its count changes
     */
    void written(int block, int count, boolean lasting, int start, SnapshotOutput out) {
        if (block >= counts.length) {
            int length = block + 1;
            counts = Arrays.copyOf(counts, length);
            starts = Arrays.copyOf(starts, length);
            ends = Arrays.copyOf(ends, length);
        }
        counts[block] = lasting ? count : NOT_KEPT;
        note(block, start, out);
    }

    private void note(int block, int start, SnapshotOutput out) {
        starts[block] = start;
        ends[block] = out.size();
    }

    /** Keeps the snapshot that all of it was written to. */
    void finish(byte[] snapshot) {
        last = snapshot;
        complete = true;
    }
}
