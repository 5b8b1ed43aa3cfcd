package dev.mallard.benchmarks.game;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is measured.
 *
 * @param games live games, 1 to 100,000
 * @param players players of each game, 1 to 8
 * @param warmUp time under load before the measurement
 * @param measured time of the measurement; with the warm-up it has to fit into the first day of the games
 * @param attackEvery time between two hits of one player on a monster; 0 = nobody hits
 * @param links links to the service, 1 to 16
 * @param jar the executable jar of the game service
 * @param javaOptions options of the service's JVM
 * @param json file for the figures
 * @param repetitions how often it is measured, each time with a new service
 * @param redis address of a Redis to keep the games in, for a second measurement; empty for none
 */
record GameLoad(
        int games,
        int players,
        Duration warmUp,
        Duration measured,
        Duration attackEvery,
        int links,
        Path jar,
        List<String> javaOptions,
        Path json,
        int repetitions,
        String redis) {

    static final String USAGE =
            """
            Options, with their defaults:
              --games=2000           live games
              --players=4            players of each game
              --warm-up=20           seconds under load before the measurement
              --seconds=60           seconds of the measurement
              --attack-every=2       seconds between two hits of each player on a monster, 0 for none
              --links=2              links to the service
              --jar=game-service/target/game-service-exec.jar
              --java-options=...     of the service's JVM, separated by blanks
              --json=run/bench/ticks.json
              --repetitions=1        how often it is measured, each time with a new service
              --redis=redis://127.0.0.1:6379
                                     measures again with all games kept in this Redis, which may hold
                                     nothing else, and compares; without it once, and nothing is kept
            """;

    private static final String JAVA_OPTIONS =
            "-Xmx768m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders";
    private static final Set<String> NAMES =
            Set.of(
                    "games",
                    "players",
                    "warm-up",
                    "seconds",
                    "attack-every",
                    "links",
                    "jar",
                    "java-options",
                    "json",
                    "repetitions",
                    "redis");

    GameLoad {
        within("games", games, 1, 100_000);
        within("players", players, 1, 8);
        within("links", links, 1, 16);
        within("seconds", measured.toSeconds(), 1, 3600);
        within("warm-up", warmUp.toSeconds(), 0, 3600);
        within("repetitions", repetitions, 1, 100);
        within("attack-every", attackEvery.toSeconds(), 0, 3600);
    }

    /**
     * @throws IllegalArgumentException if an option is unknown or out of range
     */
    static GameLoad of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("not an option: " + argument);
            }
            String name = argument.substring(2, equals);
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("unknown option: " + name);
            }
            given.put(name, argument.substring(equals + 1));
        }
        return new GameLoad(
                number(given, "games", 2000),
                number(given, "players", 4),
                Duration.ofSeconds(number(given, "warm-up", 20)),
                Duration.ofSeconds(number(given, "seconds", 60)),
                Duration.ofSeconds(number(given, "attack-every", 2)),
                number(given, "links", 2),
                Path.of(given.getOrDefault("jar", "game-service/target/game-service-exec.jar")),
                List.of(given.getOrDefault("java-options", JAVA_OPTIONS).trim().split("\\s+")),
                Path.of(given.getOrDefault("json", "run/bench/ticks.json")),
                number(given, "repetitions", 1),
                given.getOrDefault("redis", ""));
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        String text = given.get(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("not a number: --" + name + "=" + text, malformed);
        }
    }

    private static void within(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    name + " has to be from " + min + " to " + max + ", not " + value);
        }
    }

    /** The same load without a Redis. */
    GameLoad withoutRedis() {
        return new GameLoad(
                games,
                players,
                warmUp,
                measured,
                attackEvery,
                links,
                jar,
                javaOptions,
                json,
                repetitions,
                "");
    }

    /** The day has to outlast the run, with room for the start. */
    Duration day() {
        return warmUp.plus(measured).plusMinutes(10);
    }
}
