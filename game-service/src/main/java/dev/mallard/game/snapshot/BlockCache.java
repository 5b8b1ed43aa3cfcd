package dev.mallard.game.snapshot;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Blocks as they were written last, while they are still right. Not thread-safe. */
final class BlockCache {

    private @Nullable Written[] blocks = new Written[0];

    /**
     * A block as it was written.
     *
     * @param count changes until then
     */
    private record Written(int count, byte[] bytes) {}

    /** Writes a block again, unless it has changed or is not kept. */
    boolean write(int block, int count, SnapshotOutput out) {
        Written written = block < blocks.length ? blocks[block] : null;
        if (written == null || written.count() != count) {
            return false;
        }
        out.bytes(written.bytes());
        return true;
    }

    /** Keeps a block until its count changes. */
    void keep(int block, int count, byte[] bytes) {
        if (block >= blocks.length) {
            blocks = Arrays.copyOf(blocks, block + 1);
        }
        blocks[block] = new Written(count, bytes);
    }
}
