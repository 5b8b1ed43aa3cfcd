package dev.mallard.game.world;

import dev.mallard.game.content.ObjectKind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The core: what the players defend, and where they craft. Its content has no slots. */
public final class Core extends Container {

    /** Object id of the core in every game. */
    public static final int ID = 1;

    private final Map<Integer, Integer> stacks = new LinkedHashMap<>();
    private final int stackSize;

    /**
     * @param kind its figures
     * @param stackSize largest amount of one item
     */
    public Core(ObjectKind kind, int stackSize) {
        super(ID, kind);
        this.stackSize = stackSize;
    }

    @Override
    public int count(int itemCode) {
        return stacks.getOrDefault(itemCode, 0);
    }

    @Override
    public boolean fits(int itemCode, int count) {
        return count(itemCode) <= stackSize - count;
    }

    @Override
    public void add(int itemCode, int count) {
        if (itemCode <= 0 || count <= 0 || !fits(itemCode, count)) {
            throw new IllegalStateException("no room for " + itemCode + " x" + count);
        }
        stacks.merge(itemCode, count, Integer::sum);
        changed();
    }

    @Override
    public void remove(int itemCode, int count) {
        int there = count(itemCode);
        if (itemCode <= 0 || count <= 0 || there < count) {
            throw new IllegalStateException("not there: " + itemCode + " x" + count);
        }
        if (there == count) {
            stacks.remove(itemCode);
        } else {
            stacks.put(itemCode, there - count);
        }
        changed();
    }

    /** Units that could still be added of an item. */
    public int room(int itemCode) {
        return stackSize - count(itemCode);
    }

    /** The stacks in the order in which they came. */
    @Override
    public List<ItemStack> content() {
        return stacks.entrySet().stream()
                .map(stack -> new ItemStack(stack.getKey(), stack.getValue()))
                .toList();
    }
}
