package dev.mallard.game.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A fixed number of slots with one stack each. An addition goes onto the first stack of the same
 * item, else into the lowest free slot, and never overwrites anything.
 */
public final class Inventory {

    private final int[] codes;
    private final int[] counts;
    private final int stackSize;

    /**
     * @param slots number of slots, above 0
     * @param stackSize largest amount in one slot, above 0
     */
    public Inventory(int slots, int stackSize) {
        if (slots <= 0 || stackSize <= 0) {
            throw new IllegalArgumentException("slots and stackSize must be above 0");
        }
        this.codes = new int[slots];
        this.counts = new int[slots];
        this.stackSize = stackSize;
    }

    /**
     * An inventory with content.
     *
     * @param slots one stack per slot, {@link ItemStack#EMPTY} for a free one
     * @param stackSize largest amount in one slot, above 0
     * @throws IllegalArgumentException when there is no slot, or more in one than it holds
     */
    public Inventory(List<ItemStack> slots, int stackSize) {
        this(slots.size(), stackSize);
        for (int slot = 0; slot < codes.length; slot++) {
            ItemStack stack = slots.get(slot);
            if (stack.count() > stackSize) {
                throw new IllegalArgumentException("more than a slot holds: " + stack);
            }
            codes[slot] = stack.itemCode();
            counts[slot] = stack.count();
        }
    }

    /** Units in the first stack of an item; 0 = there is none. */
    public int count(int itemCode) {
        int slot = find(itemCode);
        return slot < 0 ? 0 : counts[slot];
    }

    /** Whether an amount finds room, as a whole. */
    public boolean fits(int itemCode, int count) {
        int slot = find(itemCode);
        if (slot >= 0) {
            return counts[slot] <= stackSize - count;
        }
        return count <= stackSize && hasFreeSlot();
    }

    /** Whether a slot is free. */
    public boolean hasFreeSlot() {
        return find(0) >= 0;
    }

    /**
     * Adds an amount.
     *
     * @throws IllegalStateException when it does not fit; nothing has changed
     */
    public void add(int itemCode, int count) {
        if (itemCode <= 0 || count <= 0 || !fits(itemCode, count)) {
            throw new IllegalStateException("no room for " + itemCode + " x" + count);
        }
        int slot = find(itemCode);
        if (slot < 0) {
            slot = find(0);
        }
        codes[slot] = itemCode;
        counts[slot] += count;
    }

    /**
     * Puts an amount into the lowest free slot, also when there is a stack of that item.
     *
     * @throws IllegalStateException when no slot is free; nothing has changed
     */
    public void addSeparately(int itemCode, int count) {
        int slot = find(0);
        if (itemCode <= 0 || count <= 0 || count > stackSize || slot < 0) {
            throw new IllegalStateException("no slot for " + itemCode + " x" + count);
        }
        codes[slot] = itemCode;
        counts[slot] = count;
    }

    /**
     * Removes an amount from the first stack of an item; an emptied slot is free.
     *
     * @throws IllegalStateException when that stack is smaller; nothing has changed
     */
    public void remove(int itemCode, int count) {
        int slot = find(itemCode);
        if (itemCode <= 0 || count <= 0 || slot < 0 || counts[slot] < count) {
            throw new IllegalStateException("not there: " + itemCode + " x" + count);
        }
        counts[slot] -= count;
        if (counts[slot] == 0) {
            codes[slot] = 0;
        }
    }

    /** Number of slots, free or not. */
    public int slotCount() {
        return codes.length;
    }

    /** Code of the item in a slot; 0 = the slot is free. */
    public int codeAt(int slot) {
        return codes[slot];
    }

    /** Units in a slot; 0 = the slot is free. */
    public int countAt(int slot) {
        return counts[slot];
    }

    /** All slots in order, {@link ItemStack#EMPTY} for a free one. */
    public List<ItemStack> slots() {
        List<ItemStack> slots = new ArrayList<>(codes.length);
        for (int slot = 0; slot < codes.length; slot++) {
            slots.add(
                    codes[slot] == 0 ? ItemStack.EMPTY : new ItemStack(codes[slot], counts[slot]));
        }
        return Collections.unmodifiableList(slots);
    }

    /** The stacks in slot order, without free slots. */
    public List<ItemStack> stacks() {
        return slots().stream().filter(stack -> stack.count() > 0).toList();
    }

    /** A copy that can be changed without effect on this one. */
    public Inventory copy() {
        Inventory copy = new Inventory(codes.length, stackSize);
        System.arraycopy(codes, 0, copy.codes, 0, codes.length);
        System.arraycopy(counts, 0, copy.counts, 0, counts.length);
        return copy;
    }

    private int find(int itemCode) {
        for (int slot = 0; slot < codes.length; slot++) {
            if (codes[slot] == itemCode) {
                return slot;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return Arrays.toString(codes) + Arrays.toString(counts);
    }
}
