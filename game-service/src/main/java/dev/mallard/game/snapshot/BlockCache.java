package dev.mallard.game.snapshot;

import dev.mallard.game.world.ChangeCounts;

import java.util.Arrays;

/**
 * Where in a game's last whole snapshot its blocks are, and which of them are still right. Not thread-safe.
 */
final class BlockCache {

    /** No block has changed that often. */
    private static final int NOT_KEPT = -1;

    private int[] counts = {};
    private int[] starts = {};
    private int[] ends = {};

    /** Writes one block as it is now. */
    interface BlockWriter {

        /** Returns whether what was written is right until the block changes. */
        boolean write(int block);
    }

    /** Nothing is known any more. */
    void forget() {
        Arrays.fill(counts, NOT_KEPT);
    }

    /** Writes all blocks, those from the last whole snapshot that are still right, and the others anew. */
    void write(ChangeCounts changes, SnapshotOutput out, BlockWriter writer) {
        makeRoom(changes.blocks());
        for (int block = 0; block < changes.blocks(); block++) {
            int count = changes.of(block);
            int start = out.size();
            boolean right = counts[block] == count;
            if (right) {
                out.repeat(starts[block], ends[block] - starts[block]);
            } else {
                right = writer.write(block);
            }
            if (!out.isDelta()) {
                counts[block] = right ? count : NOT_KEPT;
                starts[block] = start;
                ends[block] = out.size();
            }
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
}
