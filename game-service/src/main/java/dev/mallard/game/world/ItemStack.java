package dev.mallard.game.world;

/**
 * An amount of one item.
 *
 * @param itemCode item code; 0 only in {@link #EMPTY}
 * @param count amount; 0 only in {@link #EMPTY}
 */
public record ItemStack(int itemCode, int count) {

    /** An empty slot in the listing of a box. */
    public static final ItemStack EMPTY = new ItemStack(0, 0);

    /** Checks that code and amount are both positive or both 0. */
    public ItemStack {
        if (itemCode < 0 || count < 0 || (itemCode == 0) != (count == 0)) {
            throw new IllegalArgumentException("no such stack: " + itemCode + " x" + count);
        }
    }
}
