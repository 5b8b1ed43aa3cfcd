package dev.mallard.bots;

import dev.mallard.bots.client.GameClientException;
import dev.mallard.bots.scenario.FourPlayerMatch;
import dev.mallard.bots.scenario.MatchFailedException;
import dev.mallard.bots.scenario.MatchResult;
import dev.mallard.bots.scenario.Narrator;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * The command line of the bots. Exit codes: 0 the match went well, or the load run kept all limits; 1 it was
 * not so; 2 the command line is wrong.
 */
public final class BotsApplication {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    BotsApplication(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new BotsApplication(System.out, System.err).run(args));
    }

    int run(String... args) {
        if (args.length > 0 && args[0].equals("load")) {
            return load(Arrays.asList(args).subList(1, args.length));
        }
        try {
            MatchCommand command = MatchCommand.parse(args);
            if (command.help()) {
                out.println(MatchCommand.USAGE);
                out.println();
                out.println(LoadCommand.USAGE);
                return OK;
            }
            return play(command);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(MatchCommand.USAGE);
            return USAGE;
        }
    }

    private int load(List<String> args) {
        LoadCommand command;
        try {
            command = LoadCommand.parse(args);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println("--help shows all options, with examples.");
            return USAGE;
        }
        if (command.help()) {
            out.println(LoadCommand.USAGE);
            return OK;
        }
        return new LoadReporter(command, out, err).run() ? OK : FAILED;
    }

    private int play(MatchCommand command) {
        Narrator narrator = new Narrator(out, System::nanoTime);
        try {
            MatchResult result =
                    new FourPlayerMatch(command.settings(), command.goal(), narrator).play();
            narrator.say(
                    "Match played in %d s: %d wave(s), %d monsters beaten, %d fallen, %d revived"
                            .formatted(
                                    result.duration().toSeconds(),
                                    result.waves(),
                                    result.monstersBeaten(),
                                    result.deaths(),
                                    result.revivals()));
            return OK;
        } catch (GameClientException | MatchFailedException failure) {
            err.println("The match failed: " + failure.getMessage());
            return FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            err.println("The match was interrupted");
            return FAILED;
        }
    }
}
