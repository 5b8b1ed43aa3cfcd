package dev.mallard.bots.load.player;

import dev.mallard.protocol.message.ItemData;

import java.util.List;

/** What a player knows of itself in a game: where it stands, whether it lives, what it has. One thread. */
final class Avatar {

    static final int APPLE = 1;
    static final int SWORD = 101;

    /** Players walk in circles around where they were set down; world units. */
    private static final double RADIUS = 1.5;

    private static final double PACE = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Footprints footprints = new Footprints();
    private float homeX;
    private float homeY;
    private float x;
    private float y;
    private double angle;
    private long lastStep;
    private boolean alive;
    private boolean armed;
    private int apples;

    /** The game sets the player down, alive. */
    void setDown(float newX, float newY, long now) {
        homeX = newX;
        homeY = newY;
        x = newX;
        y = newY;
        lastStep = now;
        alive = true;
    }

    /** All that the player carries; the sword that everybody begins with is drawn if it is not among it. */
    void inventory(List<ItemData> items) {
        armed = true;
        apples = 0;
        for (ItemData item : items) {
            switch (item.getItemCode()) {
                case APPLE -> apples += item.getCount();
                case SWORD -> armed = false;
                default -> {}
            }
        }
    }

    void die() {
        alive = false;
    }

    boolean alive() {
        return alive;
    }

    /** Walks on for the time since the last step. */
    void step(long intended) {
        double seconds = Math.clamp((intended - lastStep) / NANOS_PER_SECOND, 0, 1);
        lastStep = intended;
        angle = (angle + PACE * seconds / RADIUS) % (2 * Math.PI);
        x = (float) (homeX + RADIUS * Math.cos(angle));
        y = (float) (homeY + RADIUS * Math.sin(angle));
        footprints.add(x, y, intended);
    }

    float x() {
        return x;
    }

    float y() {
        return y;
    }

    double angle() {
        return angle;
    }

    Footprints footprints() {
        return footprints;
    }

    /** Whether the sword is drawn, once all that was sent has been done. */
    boolean armed() {
        return armed;
    }

    void armed(boolean drawn) {
        armed = drawn;
    }

    /** Takes an apple to eat, if there is one. */
    boolean takeApple() {
        if (apples == 0) {
            return false;
        }
        apples--;
        return true;
    }
}
