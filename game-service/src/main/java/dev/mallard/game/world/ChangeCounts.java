package dev.mallard.game.world;

import java.util.Arrays;

/**
 * How often monsters, or objects, of a game have changed, counted together for {@value #BLOCK} consecutive ids. Who
 * keeps a copy of a block knows by its count whether the copy is still right. The counts say nothing from one
 * process to another.
 */
public final class ChangeCounts {

    /** Ids that are counted together, from a multiple of it. */
    public static final int BLOCK = 32;

    private int[] counts = new int[16];
    private int blocks;

    /** Number of blocks up to the last one that has changed. */
    public int blocks() {
        return blocks;
    }

    /**
     * How often anything in a block has changed; 0 if there never was anything in it.
     *
     * @param block 0 to {@link #blocks()} - 1
     */
    public int of(int block) {
        return counts[block];
    }

    void changed(int id) {
        int block = id / BLOCK;
        if (block >= blocks) {
            blocks = block + 1;
            if (blocks > counts.length) {
                counts = Arrays.copyOf(counts, Math.max(blocks, counts.length * 2));
            }
        }
        counts[block]++;
    }
}
