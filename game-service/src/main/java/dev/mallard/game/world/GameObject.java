package dev.mallard.game.world;

import dev.mallard.game.content.ObjectKind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Something that stands in the world and can be destroyed. */
public abstract sealed class GameObject extends Body permits Container, Plain {

    private final int id;
    private final ObjectKind kind;
    private @Nullable ChangeCounts changes;

    GameObject(int id, ObjectKind kind) {
        super(kind.hitPoints());
        this.id = id;
        this.kind = kind;
    }

    /** Unique in one game; 1 = core. */
    public int id() {
        return id;
    }

    public ObjectKind kind() {
        return kind;
    }

    public boolean destroyed() {
        return hitPoints() == 0;
    }

    /** Counts its changes from now on, and that it is there as the first. */
    void countIn(ChangeCounts counts) {
        changes = counts;
        changed();
    }

    @Override
    final void changed() {
        if (changes != null) {
            changes.changed(id);
        }
    }

    /** What clients are shown as its content. */
    public abstract List<ItemStack> content();

    /** The object as clients see it. */
    public ObjectView view() {
        return new ObjectView(id, kind.code(), content(), x(), y());
    }
}
