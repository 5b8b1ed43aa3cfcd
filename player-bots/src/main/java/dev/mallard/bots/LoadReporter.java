package dev.mallard.bots;

import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.LoadRun;
import dev.mallard.bots.load.LoadSettings;
import dev.mallard.bots.report.HtmlReport;
import dev.mallard.bots.report.JsonReport;
import dev.mallard.bots.report.ProgressLine;
import dev.mallard.bots.report.SummaryTable;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays the load that a command asks for, and reports on it. */
final class LoadReporter {

    /** How long the end of the process may be held up for the reports of a run that was interrupted. */
    private static final int REPORT_SECONDS = 30;

    private final LoadCommand command;
    private final PrintStream out;
    private final PrintStream err;
    private final CountDownLatch reported = new CountDownLatch(1);

    LoadReporter(LoadCommand command, PrintStream out, PrintStream err) {
        this.command = command;
        this.out = out;
        this.err = err;
    }

    /** Tells whether all limits were kept, somebody could log in, and the reports were written. */
    boolean run() {
        LoadSettings settings = command.settings();
        out.printf(
                "%d players in %d rooms, behaviour %s, against %s:%d%n",
                settings.players(),
                settings.rooms(),
                settings.behaviour().label(),
                settings.host(),
                settings.port());
        try (LoadRun run = new LoadRun(settings)) {
            Thread interrupt = new Thread(() -> endEarly(run), "end-early");
            Runtime.getRuntime().addShutdownHook(interrupt);
            ProgressLine progress = new ProgressLine(out, onTerminal());
            LoadResult result = run.play(progress::show);
            progress.end();
            boolean good = report(result);
            reported.countDown();
            removeHook(interrupt);
            return good;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            err.println("The run was interrupted");
            return false;
        }
    }

    private boolean report(LoadResult result) {
        out.println();
        out.println(SummaryTable.of(result));
        List<String> broken = command.limits().brokenBy(result);
        boolean written =
                write(command.json(), JsonReport.of(result, broken))
                        && write(command.html(), HtmlReport.of(result, broken, command.limited()));
        broken.forEach(line -> err.println("Limit broken: " + line));
        boolean played = result.measuredSeconds() > 0;
        if (!played) {
            err.println(
                    "Nothing was measured: the players could not log in at %s:%d."
                            .formatted(result.settings().host(), result.settings().port()));
        }
        return written && played && broken.isEmpty();
    }

    private boolean write(@Nullable Path file, String text) {
        if (file == null) {
            return true;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
            out.println("Report: " + file);
            return true;
        } catch (IOException failure) {
            err.println("Cannot write " + file + ": " + failure);
            return false;
        }
    }

    /** Runs when the process is asked to end: has the run end now, and waits for its reports. */
    private void endEarly(LoadRun run) {
        run.stop();
        try {
            reported.await(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // Then the hook has been told that the reports are written.
            return;
        }
    }

    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
