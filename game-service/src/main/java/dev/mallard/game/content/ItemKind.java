package dev.mallard.game.content;

import org.jspecify.annotations.Nullable;

/** What an item is; the range of its code decides. */
public enum ItemKind {
    FOOD(1, 100, null),
    WEAPON(101, 200, null),
    TOP(301, 400, ArmourSlot.TOP),
    BOTTOM(401, 500, ArmourSlot.BOTTOM),
    SHOES(501, 600, ArmourSlot.SHOES),
    HELMET(601, 700, ArmourSlot.HELMET),
    ACCESSORY(701, 800, ArmourSlot.ACCESSORY),
    MATERIAL(801, Integer.MAX_VALUE, null),
    /** No item: 0, negative codes, and the codes of monsters. */
    NONE(1, 0, null);

    private static final ItemKind[] KINDS = values();

    private final int first;
    private final int last;
    private final @Nullable ArmourSlot slot;

    ItemKind(int first, int last, @Nullable ArmourSlot slot) {
        this.first = first;
        this.last = last;
        this.slot = slot;
    }

    /**
     * The kind of an item.
     *
     * @param itemCode any number
     */
    public static ItemKind of(int itemCode) {
        for (ItemKind kind : KINDS) {
            if (itemCode >= kind.first && itemCode <= kind.last) {
                return kind;
            }
        }
        return NONE;
    }

    /** The kind of the armour that is worn in a slot. */
    public static ItemKind of(ArmourSlot slot) {
        return switch (slot) {
            case TOP -> TOP;
            case BOTTOM -> BOTTOM;
            case SHOES -> SHOES;
            case HELMET -> HELMET;
            case ACCESSORY -> ACCESSORY;
        };
    }

    /** The slot of an armour part; null for everything else. */
    public @Nullable ArmourSlot slot() {
        return slot;
    }

    /** Whether it can be worn. */
    public boolean equipment() {
        return this == WEAPON || slot != null;
    }
}
