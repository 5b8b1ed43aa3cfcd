package dev.mallard.bots;

import dev.mallard.bots.load.Limits;
import dev.mallard.bots.load.LoadSettings;
import dev.mallard.bots.load.behaviour.Behaviours;
import dev.mallard.bots.load.behaviour.Pace;
import dev.mallard.bots.load.measure.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command {@code load} with its options.
 *
 * @param help whether only the usage is asked for
 * @param json where the JSON report goes, null for nowhere
 * @param html where the HTML report goes, null for nowhere
 */
record LoadCommand(
        boolean help,
        LoadSettings settings,
        Limits limits,
        @Nullable Path json,
        @Nullable Path html) {

    static final String USAGE =
            """
            Usage: ./mallard bots [options]        many bots play, and what they see is measured
               or: java -jar player-bots-exec.jar load [options]

            Whom to play against
              --host <address>         the gateway, default 127.0.0.1
              --port <number>          its client port, default 5555

            What to play
              --behaviour <name>       what every bot does, default match:
            %s
              --players <number>       how many bots, default 8
              --rooms <number>         how many rooms they meet in, default as few as hold them, 8 in each
              --duration <time>        how long to measure once all are logged in, default 30s
              --ramp <number>          logins begun per second, default 20
              --lobby-rate <number>    requests to the lobby per second and bot, default 2
              --move-rate <number>     steps per second and bot in a game, default 8
              --chat-rate <number>     messages per second and bot in a game, default 0.5
              --match <time>           how long a match lasts, default 30s (match only)
              --account-prefix <name>  accounts are called <name>0, <name>1, ..., default load; who has
                                       none is registered at its first login
              --timeout <time>         time after which a request counts as lost, default 10s
              --seed <number>          the same seed plays the same, default 1

            What has to hold (else the exit code is 1 and a line says what did not)
              --max-p99 <time>         99th percentile of all answers and chat
              --max-p99 <kind>=<time>  ... of one kind:%s
              --max-errors <number>    errors of all identifiers, unanswered requests, lost connections

            Reports
              --json <file>            everything measured, for programs
              --html <file>            the same as one page with charts
                                       (./mallard bots writes both below ./run if you name none)

            Times are numbers with a unit: 500ms, 30s, 5m, 1h. Latencies count from when something was meant
            to be sent, so a server that stalls cannot hide it. Positions wait for the tick of the game, and
            logins for the hash of the password; they count for --max-p99 only where they are named.

            Examples
              ./mallard bots                          8 bots play a match for 30 s
              ./mallard bots --players 200 --rooms 25 --duration 60s --max-p99 20ms --max-errors 0
              ./mallard bots --behaviour lobby --players 1000 --ramp 100 --lobby-rate 1 --html l.html
              ./mallard bots --behaviour move --players 80 --move-rate 10 --max-p99 position-seen=260ms
              ./mallard bots --host game.example.com --account-prefix night --behaviour chat --duration 10m

            While it runs: seconds (* players log in, | measured), players in lobby and game, packets a
            second, latency of answers and chat, errors. Ctrl-C ends a run early, with all reports. Against
            limits of the gateway that many bots from one address would meet, see docs/operations.md.\
            """
                    .formatted(
                            Arrays.stream(Behaviours.values())
                                    .map(LoadCommand::describe)
                                    .collect(Collectors.joining("\n")),
                            wrapped(Arrays.stream(Kind.values()).map(Kind::label).toList()));

    private static final int DEFAULT_PORT = 5555;
    private static final int DEFAULT_PLAYERS = 8;

    /**
     * @param args the options, without the command itself
     * @throws IllegalArgumentException if the command line is wrong; the message says in what
     */
    static LoadCommand parse(List<String> args) {
        Options options = Options.parse(args);
        int players = options.number("--players", DEFAULT_PLAYERS);
        LoadSettings settings =
                new LoadSettings(
                        options.text("--host", "127.0.0.1"),
                        options.number("--port", DEFAULT_PORT),
                        players,
                        options.number("--rooms", LoadSettings.roomsFor(players)),
                        options.time("--duration", Duration.ofSeconds(30)),
                        Behaviours.named(options.text("--behaviour", "match")),
                        pace(options),
                        options.decimal("--ramp", 20),
                        options.text("--account-prefix", "load"),
                        options.time("--timeout", Duration.ofSeconds(10)),
                        options.number("--seed", 1));
        Limits limits = limits(options);
        Path json = file(options, "--json");
        Path html = file(options, "--html");
        options.refuseOthers();
        return new LoadCommand(options.help(), settings, limits, json, html);
    }

    boolean limited() {
        return !limits.equals(Limits.NONE);
    }

    private static Pace pace(Options options) {
        return new Pace(
                options.decimal("--lobby-rate", Pace.DEFAULT.lobby()),
                options.decimal("--move-rate", Pace.DEFAULT.moves()),
                options.decimal("--chat-rate", Pace.DEFAULT.chats()),
                options.time("--match", Pace.DEFAULT.match()));
    }

    private static Limits limits(Options options) {
        Duration all = null;
        Map<Kind, Duration> byKind = new EnumMap<>(Kind.class);
        for (String value : options.all("--max-p99")) {
            int equals = value.indexOf('=');
            if (equals < 0) {
                all = Options.time("--max-p99", value);
            } else {
                byKind.put(
                        kind(value.substring(0, equals)),
                        Options.time("--max-p99", value.substring(equals + 1)));
            }
        }
        String errors = options.text("--max-errors", "");
        Long maxErrors =
                errors.isEmpty() ? null : Long.valueOf(Options.number("--max-errors", errors));
        if (maxErrors != null && maxErrors < 0) {
            throw new IllegalArgumentException("--max-errors has to be at least 0");
        }
        return new Limits(all, byKind, maxErrors);
    }

    private static Kind kind(String label) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "--max-p99 knows no kind \"" + label + "\""));
    }

    private static @Nullable Path file(Options options, String name) {
        String value = options.text(name, "");
        try {
            return value.isEmpty() ? null : Path.of(value);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(name + " needs a file, not " + value);
        }
    }

    private static String describe(Behaviours behaviour) {
        return "                             %-6s %s"
                .formatted(behaviour.label(), behaviour.description());
    }

    private static String wrapped(List<String> words) {
        StringBuilder text = new StringBuilder();
        int column = 43;
        for (String word : words) {
            if (column + word.length() > 98) {
                text.append("\n                          ");
                column = 27;
            }
            text.append(' ').append(word).append(word.equals(words.getLast()) ? "" : ",");
            column += word.length() + 2;
        }
        return text.toString();
    }
}
