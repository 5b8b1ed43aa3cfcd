package dev.mallard.bots.load.player;

/**
 * The last chat messages of a player: each ends with its number, by which a listener finds out when it was
 * meant to be said. One thread.
 */
final class Utterances {

    private static final int KEPT = 64;
    private static final String[] PHRASES = {
        "quack", "over here", "behind you", "who has an apple", "to the core", "well done"
    };

    private final long[] intended = new long[KEPT];
    private final String mark;
    private int count;

    /**
     * @param run sets the messages of this run apart from those of others
     */
    Utterances(int run) {
        this.mark = " #" + Integer.toHexString(run) + ".";
    }

    String next(long meant) {
        intended[count % KEPT] = meant;
        String phrase = PHRASES[count % PHRASES.length];
        count++;
        return phrase + mark + count;
    }

    /** When a message was meant to be said; {@link Long#MIN_VALUE} if it is not one of those kept. */
    long intendedOf(String message) {
        int at = message.lastIndexOf(mark);
        if (at < 0) {
            return Long.MIN_VALUE;
        }
        int number;
        try {
            number = Integer.parseInt(message.substring(at + mark.length()));
        } catch (NumberFormatException foreign) {
            return Long.MIN_VALUE;
        }
        boolean kept = number >= 1 && number <= count && number > count - KEPT;
        return kept ? intended[(number - 1) % KEPT] : Long.MIN_VALUE;
    }
}
