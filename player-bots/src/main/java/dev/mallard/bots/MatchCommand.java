package dev.mallard.bots;

import dev.mallard.bots.scenario.MatchGoal;
import dev.mallard.bots.scenario.MatchSettings;

import java.time.Duration;

/**
 * The command {@code match} with its options.
 *
 * @param help whether only the usage is asked for
 */
record MatchCommand(boolean help, MatchSettings settings, MatchGoal goal) {

    static final String USAGE =
            """
            Usage: match [options]     four bots play a match
              --host <address>         the gateway, default 127.0.0.1
              --port <number>          its client port, default 5555
              --group <letters>        appended to the bots' names, so that matches can run at once
              --timeout <seconds>      for connecting and for every answer, default 10
              --limit <seconds>        for the whole match, default 600
              --goal <lose or win>     how the match is to end, default lose\
            """;

    private static final int DEFAULT_PORT = 5555;

    /**
     * @throws IllegalArgumentException if the command line is wrong; the message says in what
     */
    static MatchCommand parse(String... args) {
        if (args.length == 0) {
            throw new IllegalArgumentException("A command is missing.");
        }
        boolean help = args[0].equals("help") || args[0].equals("--help");
        if (!help && !args[0].equals("match")) {
            throw new IllegalArgumentException("Unknown command: " + args[0]);
        }
        String host = "127.0.0.1";
        int port = DEFAULT_PORT;
        String group = "";
        Duration timeout = Duration.ofSeconds(10);
        Duration limit = Duration.ofMinutes(10);
        MatchGoal goal = MatchGoal.LOSE;
        for (int i = 1; i < args.length && !help; i += 2) {
            String option = args[i];
            if (option.equals("--help")) {
                help = true;
                break;
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            String value = args[i + 1];
            switch (option) {
                case "--host" -> host = value;
                case "--port" -> port = number(option, value);
                case "--group" -> group = value;
                case "--timeout" -> timeout = seconds(option, value);
                case "--limit" -> limit = seconds(option, value);
                case "--goal" -> goal = goal(value);
                default -> throw new IllegalArgumentException("Unknown option: " + option);
            }
        }
        return new MatchCommand(help, new MatchSettings(host, port, group, timeout, limit), goal);
    }

    private static MatchGoal goal(String value) {
        return switch (value) {
            case "lose" -> MatchGoal.LOSE;
            case "win" -> MatchGoal.WIN;
            default -> throw new IllegalArgumentException("--goal is lose or win, not " + value);
        };
    }

    private static Duration seconds(String option, String value) {
        int seconds = number(option, value);
        if (seconds < 1) {
            throw new IllegalArgumentException(option + " has to be at least 1");
        }
        return Duration.ofSeconds(seconds);
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(option + " needs a number, not " + value);
        }
    }
}
