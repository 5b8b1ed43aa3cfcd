package dev.mallard.faults;

import dev.mallard.bots.load.measure.Sample;
import dev.mallard.bots.report.ProgressLine;
import dev.mallard.faults.report.FaultHtml;
import dev.mallard.faults.report.FaultJson;
import dev.mallard.faults.report.FaultTable;
import dev.mallard.faults.report.RollingTable;
import dev.mallard.faults.run.FaultOutcome;
import dev.mallard.faults.run.FaultRun;
import dev.mallard.faults.run.RollingRestart;
import dev.mallard.faults.run.RunListener;
import dev.mallard.faults.run.RunResult;
import dev.mallard.faults.run.RunSettings;
import dev.mallard.faults.script.FaultScript;
import dev.mallard.faults.script.TimedFault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The command line of the fault harness. Exit codes: 0 nothing was lost and nothing is unexplained; 1 it was not so; 2
 * the command line is wrong.
 */
public final class FaultsApplication {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    FaultsApplication(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new FaultsApplication(System.out, System.err).run(args));
    }

    int run(String... args) {
        FaultsCommand command;
        try {
            command = FaultsCommand.parse(Arrays.asList(args));
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println("--help shows all options, with examples.");
            return USAGE;
        }
        if (command.help()) {
            out.println(FaultsCommand.USAGE);
            return OK;
        }
        if (command.scriptOnly()) {
            RunSettings settings = command.settings();
            FaultScript.of(settings.seed(), settings.script()).forEach(out::println);
            return OK;
        }
        return run(command);
    }

    private int run(FaultsCommand command) {
        try {
            if (command.rolling()) {
                RollingRestart.Result result =
                        new RollingRestart(command.settings(), out::println).play();
                out.println(RollingTable.of(result));
                return result.good() ? OK : FAILED;
            }
            RunResult result = new FaultRun(command.settings(), new Teller()).play();
            out.println(FaultTable.of(result));
            write(command.report(), "faults.json", FaultJson.of(result));
            write(command.report(), "faults.html", FaultHtml.of(result));
            return result.good() ? OK : FAILED;
        } catch (IOException | RuntimeException failure) {
            err.println("The run failed: " + failure.getMessage());
            return FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            err.println("The run was interrupted");
            return FAILED;
        }
    }

    private void write(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text);
        out.println("Report: " + folder.resolve(name));
    }

    /** Says how it goes. */
    private final class Teller implements RunListener {

        private final ProgressLine progress = new ProgressLine(out, false);

        @Override
        public void planned(RunSettings settings, List<TimedFault> script, List<String> skipped) {
            out.printf(
                    "Seed %d: %d faults, %d gateways, %d lobbies, %d game services, %d bots in %d"
                            + " rooms%n",
                    settings.seed(),
                    script.size(),
                    settings.gateways(),
                    settings.lobbies(),
                    settings.games(),
                    settings.players(),
                    settings.rooms());
            script.forEach(out::println);
            skipped.forEach(reason -> out.println("Left out: " + reason));
            out.println("Starting everything (logs in " + settings.folder() + ")");
        }

        @Override
        public void begun() {
            out.println("All players are in");
        }

        @Override
        public void sampled(Sample sample) {
            progress.show(sample);
        }

        @Override
        public void happened(FaultOutcome outcome) {
            out.println(FaultTable.line(outcome));
        }

        @Override
        public void checking() {
            out.println("All players have left; looking at what remains");
        }
    }
}
