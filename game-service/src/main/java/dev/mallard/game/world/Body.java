package dev.mallard.game.world;

import org.jspecify.annotations.Nullable;

/** What stands somewhere in the world and can be hurt: a player, a monster or an object. */
public abstract sealed class Body permits Player, Monster, GameObject {

    private final int maxHitPoints;
    private int hitPoints;
    private float x;
    private float y;
    private @Nullable ChangeCounts changes;

    Body(int maxHitPoints) {
        this.maxHitPoints = maxHitPoints;
        this.hitPoints = maxHitPoints;
    }

    /** World x. */
    public final float x() {
        return x;
    }

    /** World y. */
    public final float y() {
        return y;
    }

    /** Puts it somewhere else. */
    public final void moveTo(float newX, float newY) {
        x = newX;
        y = newY;
        changed();
    }

    /** Hit points, 0 to the maximum. */
    public final int hitPoints() {
        return hitPoints;
    }

    /** Whether hit points are missing. */
    public final boolean damaged() {
        return hitPoints < maxHitPoints;
    }

    /** Takes hit points, not below 0. */
    public void hurt(int damage) {
        hitPoints = Math.max(0, hitPoints - damage);
        changed();
    }

    /** Gives hit points back, up to the maximum. */
    final void restore(int amount) {
        hitPoints = Math.min(maxHitPoints, hitPoints + amount);
        changed();
    }

    /** Gives all hit points back. */
    final void restore() {
        hitPoints = maxHitPoints;
        changed();
    }

    /** Unique among those of its sort in one game. */
    public abstract int id();

    /** Counts its changes from now on, and that it is there as the first. */
    final void countIn(ChangeCounts counts) {
        changes = counts;
        changed();
    }

    /** After every change of what is kept of it. */
    final void changed() {
        if (changes != null) {
            changes.changed(id());
        }
    }

    /** Squared distance to a point, in world units. */
    public final double distanceSquared(float toX, float toY) {
        return Distance.squared(x, y, toX, toY);
    }

    /** Whether a point is at most so far away, in world units. */
    public final boolean reaches(float toX, float toY, double atMost) {
        return distanceSquared(toX, toY) <= atMost * atMost;
    }

    /** Whether another body is at most so far away, in world units. */
    public final boolean reaches(Body other, double atMost) {
        return reaches(other.x, other.y, atMost);
    }
}
