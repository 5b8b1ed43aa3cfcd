package dev.mallard.bots.load.behaviour;

import java.time.Duration;

/**
 * How often players do things, each of them, per second.
 *
 * @param lobby requests to the lobby, more than 0 and at most 100
 * @param moves steps in a running game, in the same range
 * @param chats messages in a running game, in the same range; a server takes five in five seconds
 * @param match how long a match lasts before its host ends it, at least a second
 */
public record Pace(double lobby, double moves, double chats, Duration match) {

    public static final Pace DEFAULT = new Pace(2, 8, 0.5, Duration.ofSeconds(30));

    private static final double MOST = 100;

    public Pace {
        require(lobby, "lobby rate");
        require(moves, "move rate");
        require(chats, "chat rate");
        if (match.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a match lasts at least a second, not " + match);
        }
    }

    private static void require(double rate, String name) {
        if (!(rate > 0 && rate <= MOST)) {
            throw new IllegalArgumentException(
                    "the " + name + " is a number above 0, at most 100, not " + rate);
        }
    }
}
