package dev.mallard.faults.run;

import dev.mallard.faults.script.FaultKind;
import dev.mallard.faults.script.ScriptSettings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * What to run.
 *
 * @param seed makes the script of faults, and what the players do
 * @param duration the last fault begins before, counted from when all players are in
 * @param gateways number of gateways, 1 to 8, as of the other services
 * @param players number of bots, 2 to 2,000
 * @param rooms number of rooms they meet in
 * @param match how long each of their games lasts
 * @param kinds which faults may happen
 * @param gap shortest time between a recovery and the next fault
 * @param timeout time in which every request has to be answered, or its connection closed
 * @param redis whether there is a Redis
 * @param soak whether to watch for growth; the first instance of each service is left alone then
 * @param folder where logs go
 */
public record RunSettings(
        long seed,
        Duration duration,
        int gateways,
        int lobbies,
        int games,
        int players,
        int rooms,
        Duration match,
        Set<FaultKind> kinds,
        Duration gap,
        Duration timeout,
        boolean redis,
        boolean soak,
        Path folder) {

    private static final int MOST_INSTANCES = 8;
    private static final int MOST_PLAYERS = 2_000;
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    public RunSettings {
        for (int count : new int[] {gateways, lobbies, games}) {
            require(
                    count >= 1 && count <= MOST_INSTANCES,
                    "there may be 1 to 8 instances of a service, not " + count);
        }
        require(
                players >= 2 && players <= MOST_PLAYERS,
                "there may be 2 to 2000 players, not " + players);
        require(duration.compareTo(SHORTEST) >= 0, "the duration is at least 10s");
        kinds = Set.copyOf(kinds);
        script(kinds, duration, gap, gateways, lobbies, games, soak);
    }

    /** What the script may do. */
    public ScriptSettings script() {
        return script(kinds, duration, gap, gateways, lobbies, games, soak);
    }

    private static ScriptSettings script(
            Set<FaultKind> kinds,
            Duration duration,
            Duration gap,
            int gateways,
            int lobbies,
            int games,
            boolean soak) {
        return new ScriptSettings(gateways, lobbies, games, kinds, duration, gap, soak);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
