package dev.mallard.game.world;

import dev.mallard.game.content.ObjectKind;

import java.util.List;

/** Something that stands in the world and can be destroyed. */
public abstract sealed class GameObject extends Body permits Container, Plain {

    private final int id;
    private final ObjectKind kind;

    GameObject(int id, ObjectKind kind) {
        super(kind.hitPoints());
        this.id = id;
        this.kind = kind;
    }

    /** Unique in one game; 1 = core. */
    @Override
    public int id() {
        return id;
    }

    public ObjectKind kind() {
        return kind;
    }

    public boolean destroyed() {
        return hitPoints() == 0;
    }

    /** What clients are shown as its content. */
    public abstract List<ItemStack> content();

    /** The object as clients see it. */
    public ObjectView view() {
        return new ObjectView(id, kind.code(), content(), x(), y());
    }
}
