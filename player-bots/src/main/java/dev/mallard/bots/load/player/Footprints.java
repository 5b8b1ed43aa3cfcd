package dev.mallard.bots.load.player;

/**
 * The last positions that a player has sent, and when it meant to, so that whoever sees one again can tell
 * how long it took. One thread.
 */
final class Footprints {

    private static final int KEPT = 64;

    private final float[] x = new float[KEPT];
    private final float[] y = new float[KEPT];
    private final long[] intended = new long[KEPT];
    private long count;

    void add(float newX, float newY, long meant) {
        int slot = (int) (count % KEPT);
        x[slot] = newX;
        y[slot] = newY;
        intended[slot] = meant;
        count++;
    }

    /** The number of the newest kept position that is exactly here, from 1; 0 if there is none. */
    long find(float atX, float atY) {
        long oldest = Math.max(0, count - KEPT);
        for (long i = count - 1; i >= oldest; i--) {
            int slot = (int) (i % KEPT);
            if (x[slot] == atX && y[slot] == atY) {
                return i + 1;
            }
        }
        return 0;
    }

    /** When the position with this number was meant to be sent. */
    long intendedOf(long number) {
        return intended[(int) ((number - 1) % KEPT)];
    }
}
