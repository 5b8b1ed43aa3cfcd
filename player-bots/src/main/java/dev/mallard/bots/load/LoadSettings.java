package dev.mallard.bots.load;

import dev.mallard.bots.load.behaviour.Behaviours;
import dev.mallard.bots.load.behaviour.Pace;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What to play, and against whom.
 *
 * @param host name or address of the gateway
 * @param port its client port, 1 to 65535
 * @param players number of players, 1 to 20,000
 * @param rooms number of rooms they meet in, at least one for every eight players and at most one each
 * @param duration how long to measure once all players are logged in, at least a second
 * @param behaviour what the players do
 * @param pace how often
 * @param ramp logins begun per second, more than 0
 * @param accountPrefix what the names of the accounts begin with, 1 to 12 letters and digits
 * @param timeout time to connect, and time after which a request counts as lost; at least 100 ms
 * @param seed the same seed has players do the same things at the same times
 */
public record LoadSettings(
        String host,
        int port,
        int players,
        int rooms,
        Duration duration,
        Behaviours behaviour,
        Pace pace,
        double ramp,
        String accountPrefix,
        Duration timeout,
        long seed) {

    public static final int MOST_PLAYERS = 20_000;
    public static final int MOST_IN_ROOM = 8;

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9]{1,12}");
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    private static final double STEEPEST_RAMP = 10_000;

    public LoadSettings {
        require(port >= 1 && port <= 65_535, "a port is a number from 1 to 65535, not " + port);
        require(
                players >= 1 && players <= MOST_PLAYERS,
                "there may be 1 to " + MOST_PLAYERS + " players, not " + players);
        require(rooms >= 1, "there has to be at least 1 room, not " + rooms);
        require(
                rooms <= players,
                rooms + " rooms are more than " + players + " players can meet in");
        require(
                (long) rooms * MOST_IN_ROOM >= players,
                "%d players do not fit into %d rooms of %d; they need at least %d rooms"
                        .formatted(players, rooms, MOST_IN_ROOM, roomsFor(players)));
        require(duration.toSeconds() >= 1, "the duration is at least 1s");
        require(
                ramp > 0 && ramp <= STEEPEST_RAMP,
                "the ramp is a number of logins per second above 0, at most 10000, not " + ramp);
        require(
                PREFIX.matcher(accountPrefix).matches(),
                "an account prefix has 1 to 12 letters and digits, not \"" + accountPrefix + "\"");
        require(timeout.compareTo(SHORTEST_TIMEOUT) >= 0, "the time-out is at least 100ms");
    }

    /** The fewest rooms that so many players fit into. */
    public static int roomsFor(int players) {
        return Math.max(1, Math.ceilDiv(players, MOST_IN_ROOM));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
