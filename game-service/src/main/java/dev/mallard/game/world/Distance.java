package dev.mallard.game.world;

/** Distances, squared, so that comparing them needs no root. */
public final class Distance {

    private Distance() {}

    /** Squared distance between two points. */
    public static double squared(float x1, float y1, float x2, float y2) {
        double dx = (double) x1 - x2;
        double dy = (double) y1 - y2;
        return dx * dx + dy * dy;
    }
}
