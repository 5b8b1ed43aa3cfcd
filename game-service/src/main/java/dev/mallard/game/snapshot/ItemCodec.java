package dev.mallard.game.snapshot;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.world.Inventory;
import dev.mallard.game.world.ItemStack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes and reads items, which exist in the content, and inventories. */
final class ItemCodec {

    /** Most slots that the content can give to an inventory. */
    private static final int MOST_SLOTS = 1000;

    private final GameContent content;
    private final int stackSize;

    ItemCodec(GameContent content, int stackSize) {
        this.content = content;
        this.stackSize = stackSize;
    }

    /** Reads the code of an item. */
    int readCode(SnapshotInput in) throws IOException {
        return existing(in.number());
    }

    private int existing(int code) {
        if (!content.itemExists(code)) {
            throw new SnapshotException("there is no item " + code);
        }
        return code;
    }

    /** Number of slots, number of those up to the last taken one, and these. */
    void write(Inventory inventory, SnapshotOutput out) {
        int slots = inventory.slotCount();
        int used = slots;
        while (used > 0 && inventory.codeAt(used - 1) == 0) {
            used--;
        }
        out.number(slots);
        out.number(used);
        for (int slot = 0; slot < used; slot++) {
            int code = inventory.codeAt(slot);
            out.number(code);
            if (code != 0) {
                out.number(inventory.countAt(slot));
            }
        }
    }

    Inventory read(SnapshotInput in) throws IOException {
        int slots = in.number(1, MOST_SLOTS);
        List<ItemStack> stacks = new ArrayList<>(Collections.nCopies(slots, ItemStack.EMPTY));
        int used = in.number(0, slots);
        for (int slot = 0; slot < used; slot++) {
            int code = in.number();
            if (code != 0) {
                stacks.set(slot, new ItemStack(existing(code), in.number(1, stackSize)));
            }
        }
        return new Inventory(stacks, stackSize);
    }
}
