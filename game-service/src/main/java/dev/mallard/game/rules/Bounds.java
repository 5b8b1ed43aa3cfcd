package dev.mallard.game.rules;

/**
 * The square within which everything has to be.
 *
 * @param limit largest absolute value of a coordinate
 */
record Bounds(float limit) {

    /** Whether both numbers are neither NaN nor infinite. */
    static boolean finite(float x, float y) {
        return Float.isFinite(x) && Float.isFinite(y);
    }

    /** Whether a point lies in the world; NaN and infinities do not. */
    boolean contains(float x, float y) {
        return Math.abs(x) <= limit && Math.abs(y) <= limit;
    }

    /** The nearest value in the world to a finite one. */
    float clamp(float coordinate) {
        return Math.clamp(coordinate, -limit, limit);
    }
}
