package dev.mallard.game.world;

import dev.mallard.game.content.ObjectKind;

import java.util.List;

/** A box with a fixed number of slots. */
public final class ItemBox extends Container {

    private final Inventory inventory;

    /**
     * @param id unique in one game
     * @param kind its figures
     * @param inventory its content, owned by the box
     */
    public ItemBox(int id, ObjectKind kind, Inventory inventory) {
        super(id, kind);
        this.inventory = inventory;
    }

    /** Its content, to look at; it is changed through the box. */
    public Inventory inventory() {
        return inventory;
    }

    @Override
    public int count(int itemCode) {
        return inventory.count(itemCode);
    }

    @Override
    public boolean fits(int itemCode, int count) {
        return inventory.fits(itemCode, count);
    }

    @Override
    public void add(int itemCode, int count) {
        inventory.add(itemCode, count);
        changed();
    }

    @Override
    public void remove(int itemCode, int count) {
        inventory.remove(itemCode, count);
        changed();
    }

    /** All slots in order, {@link ItemStack#EMPTY} for a free one. */
    @Override
    public List<ItemStack> content() {
        return inventory.slots();
    }
}
