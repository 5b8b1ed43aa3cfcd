package dev.mallard.faults;

import dev.mallard.bots.Options;
import dev.mallard.bots.load.LoadSettings;
import dev.mallard.faults.run.RunSettings;
import dev.mallard.faults.script.FaultKind;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command line.
 *
 * @param help whether only the usage is asked for
 * @param scriptOnly whether only the script is to be shown
 * @param rolling whether everything is restarted instead of broken
 * @param report folder of the reports and logs
 */
record FaultsCommand(
        boolean help, boolean scriptOnly, boolean rolling, RunSettings settings, Path report) {

    static final String USAGE =
            """
            Usage: ./mallard faults [options]      bots play against a cluster in which things go wrong

            Starts gateways, lobbies and game services as processes of this machine, with a PostgreSQL
            of their own and proxies between everybody, lets bots play, breaks one thing after the other,
            and accounts for every request that any bot has sent: answered, refused with an error, or
            ended with its game or its connection. Silence is a failure. In the end nothing may be left.

            What to run
              --seed <number>          the same seed breaks the same things at the same times, default 1
              --duration <time>        the last fault begins before, default 10m
              --gateways <number>      how many gateways, default 2
              --lobbies <number>       how many lobbies, default 2
              --games <number>         how many game services, default 3
              --players <number>       how many bots, default 100
              --rooms <number>         how many rooms they meet in, default a fourth of the players
              --match <time>           how long each of their games lasts, default 20s
              --timeout <time>         time after which a request without an answer is lost, default 15s
              --redis                  with a Redis, and faults of it

            What to break
              --faults <kind>,...      only these kinds of faults, default all:
            %s
              --gap <time>             shortest pause after a recovery, default 5s; the longest is twice that
              --script                 shows the script of faults and does nothing else
              --rolling                no faults, but an upgrade: everything is stopped with SIGTERM and
                                       started again, one after the other, while the bots play; most
                                       options about faults have no meaning then

            Long runs
              --soak                   leaves the first instance of each service alone, and watches memory,
                                       threads, files and tables: what they have grown to at the end may
                                       differ from what they were after warming up by 5 %% at most

            Reports
              --report <folder>        where reports and logs go, default a folder below ./run

            Faults come one after the other, each after the recovery from the one before. Recovered means:
            all bots are logged in, all links between what runs are up, and a probe has logged in two
            players on different gateways, made a room, had a game created, started it, and talked in it.
            The time counts from the beginning for kill and terminate, from the end of the fault for
            everything else. What was killed is started again when the others have recovered, at once if
            there are no others.

            A full disk needs the right to mount a small file system in memory, a jump of the clock the
            library libfaketime (package faketime). What this machine cannot do is left out, and said so.

            Examples
              ./mallard faults
              ./mallard faults --seed 7 --duration 90s --players 16 --rooms 4 --faults kill,reset,latency
              ./mallard faults --soak --duration 1h --gap 45s
              ./mallard faults --rolling --players 200

            Exit codes: 0 nothing was lost and nothing is unexplained; 1 it was not so; 2 the command line
            is wrong.\
            """
                    .formatted(
                            Arrays.stream(FaultKind.values())
                                    .map(FaultsCommand::describe)
                                    .collect(Collectors.joining("\n")));

    /**
     * @throws IllegalArgumentException if the command line is wrong; the message says in what
     */
    static FaultsCommand parse(List<String> args) {
        Options options = Options.parse(args, Set.of("--redis", "--soak", "--script", "--rolling"));
        int players = options.number("--players", 100);
        int rooms = options.number("--rooms", Math.max(1, players / 4));
        if (rooms < LoadSettings.roomsFor(players) || rooms > players) {
            throw new IllegalArgumentException(
                    "%d players meet in %d to %d rooms, not %d"
                            .formatted(players, LoadSettings.roomsFor(players), players, rooms));
        }
        Path report = folder(options.text("--report", "run/faults"));
        RunSettings settings =
                new RunSettings(
                        options.number("--seed", 1),
                        options.time("--duration", Duration.ofMinutes(10)),
                        options.number("--gateways", 2),
                        options.number("--lobbies", 2),
                        options.number("--games", 3),
                        players,
                        rooms,
                        options.time("--match", Duration.ofSeconds(20)),
                        kinds(options.text("--faults", "")),
                        options.time("--gap", Duration.ofSeconds(5)),
                        options.time("--timeout", Duration.ofSeconds(15)),
                        options.given("--redis"),
                        options.given("--soak"),
                        report);
        boolean scriptOnly = options.given("--script");
        boolean rolling = options.given("--rolling");
        options.refuseOthers();
        return new FaultsCommand(options.help(), scriptOnly, rolling, settings, report);
    }

    private static Set<FaultKind> kinds(String list) {
        if (list.isEmpty()) {
            return EnumSet.allOf(FaultKind.class);
        }
        return Arrays.stream(list.split(",")).map(FaultKind::named).collect(Collectors.toSet());
    }

    private static Path folder(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException("--report needs a folder, not " + name);
        }
    }

    private static String describe(FaultKind kind) {
        return "                             %-15s %s".formatted(kind.label(), kind.description());
    }
}
