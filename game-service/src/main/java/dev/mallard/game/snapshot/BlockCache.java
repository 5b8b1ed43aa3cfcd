package dev.mallard.game.snapshot;

import dev.mallard.game.world.ChangeCounts;

import java.util.Arrays;

/**
 * Where in a game's last snapshot its blocks are, and which of them are still right. The snapshot itself is kept,
 * not a copy of each block: memory that lies together is read many times faster. Not thread-safe.
 */
final class BlockCache {

    /** No block has changed that often. */
    private static final int NOT_KEPT = -1;

    private byte[] last = {};
    private int[] counts = {};
    private int[] starts = {};
    private int[] ends = {};
    private boolean complete;

    /** Writes one block as it is now. */
    interface BlockWriter {

        /** Returns whether what was written is right until the block changes. */
        boolean write(int block);
    }

    /** Begins another snapshot; nothing is known if the last one was not finished. */
    void begin() {
        if (!complete) {
            Arrays.fill(counts, NOT_KEPT);
        }
        complete = false;
    }

    /** Writes all blocks, those from the last snapshot that are still right, and the others anew. */
    void write(ChangeCounts changes, SnapshotOutput out, BlockWriter writer) {
        makeRoom(changes.blocks());
        for (int block = 0; block < changes.blocks(); block++) {
            int count = changes.of(block);
            int start = out.size();
            if (counts[block] == count) {
                out.bytes(last, starts[block], ends[block] - starts[block]);
            } else {
                counts[block] = writer.write(block) ? count : NOT_KEPT;
            }
            starts[block] = start;
            ends[block] = out.size();
        }
    }

    private void makeRoom(int blocks) {
        int known = counts.length;
        if (blocks > known) {
            counts = Arrays.copyOf(counts, blocks);
            Arrays.fill(counts, known, blocks, NOT_KEPT);
            starts = Arrays.copyOf(starts, blocks);
            ends = Arrays.copyOf(ends, blocks);
        }
    }

    /** Keeps the snapshot that all of it was written to. */
    void finish(byte[] snapshot) {
        last = snapshot;
        complete = true;
    }
}
