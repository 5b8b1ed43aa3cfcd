package dev.mallard.game.world;

/**
 * An item that lies on the ground. Clients tell ground items apart by position, so the 32-bit
 * coordinates are passed on bit for bit.
 *
 * @param itemCode item code, above 0
 * @param count amount, at least 1
 * @param x world x
 * @param y world y
 */
public record GroundItem(int itemCode, int count, float x, float y) {

    /** Checks code and amount. */
    public GroundItem {
        if (itemCode <= 0 || count <= 0) {
            throw new IllegalArgumentException("no such item: " + itemCode + " x" + count);
        }
    }
}
