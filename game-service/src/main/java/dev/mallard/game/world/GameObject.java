package dev.mallard.game.world;

import dev.mallard.game.content.ObjectKind;

import java.util.List;

/** Something that stands in the world and can be destroyed. */
public abstract sealed class GameObject permits Container, Plain {

    private final int id;
    private final ObjectKind kind;
    private float x;
    private float y;
    private int hitPoints;

    GameObject(int id, ObjectKind kind) {
        this.id = id;
        this.kind = kind;
        this.hitPoints = kind.hitPoints();
    }

    /** Unique in one game; 1 = core. */
    public int id() {
        return id;
    }

    public ObjectKind kind() {
        return kind;
    }

    public float x() {
        return x;
    }

    public float y() {
        return y;
    }

    /** Moves the object. */
    public void moveTo(float newX, float newY) {
        x = newX;
        y = newY;
    }

    /** Hit points, 0 to the maximum. */
    public int hitPoints() {
        return hitPoints;
    }

    /** Whether it was hit before. */
    public boolean damaged() {
        return hitPoints < kind.hitPoints();
    }

    /** Takes hit points, not below 0. */
    public void hurt(int damage) {
        hitPoints = Math.max(0, hitPoints - damage);
    }

    public boolean destroyed() {
        return hitPoints == 0;
    }

    /** What clients are shown as its content. */
    public abstract List<ItemStack> content();

    /** The object as clients see it. */
    public ObjectView view() {
        return new ObjectView(id, kind.code(), content(), x, y);
    }
}
