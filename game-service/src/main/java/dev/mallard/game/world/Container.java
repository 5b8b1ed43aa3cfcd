package dev.mallard.game.world;

import dev.mallard.game.content.ObjectKind;

import org.jspecify.annotations.Nullable;

/** An object that holds items and can be opened by one player at a time. */
public abstract sealed class Container extends GameObject permits ItemBox, Core {

    private @Nullable Player holder;

    Container(int id, ObjectKind kind) {
        super(id, kind);
    }

    /** The player who has it open, or null. */
    public @Nullable Player holder() {
        return holder;
    }

    /** Opens it for a player, or closes it with null. */
    public void holder(@Nullable Player player) {
        holder = player;
    }

    /** Units in the first stack of an item; 0 = there is none. */
    public abstract int count(int itemCode);

    /** Whether an amount finds room, as a whole. */
    public abstract boolean fits(int itemCode, int count);

    /**
     * Adds an amount.
     *
     * @throws IllegalStateException when it does not fit; nothing has changed
     */
    public abstract void add(int itemCode, int count);

    /**
     * Removes an amount from the first stack of an item.
     *
     * @throws IllegalStateException when that stack is smaller; nothing has changed
     */
    public abstract void remove(int itemCode, int count);
}
