package dev.mallard.game.world;

import dev.mallard.game.content.ObjectKind;

import java.util.List;

/** An object without content: grass, tree or wall. */
public final class Plain extends GameObject {

    /**
     * @param id unique in one game
     * @param kind its figures
     */
    public Plain(int id, ObjectKind kind) {
        super(id, kind);
    }

    @Override
    public List<ItemStack> content() {
        return List.of();
    }
}
