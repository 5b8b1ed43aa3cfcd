package dev.mallard.bots.report;

import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Sample;

import java.io.PrintStream;

/**
 * Tells how a run goes: on a terminal one line that is written again and again, elsewhere a new line every
 * five seconds and whenever there are new errors. One thread.
 */
public final class ProgressLine {

    private static final double PLAIN_EVERY_SECONDS = 5;
    private static final String REWRITE = "\r";
    private static final String CLEAR_REST = "\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private double lastSecond = Double.NEGATIVE_INFINITY;
    private long lastErrors;
    private boolean unfinished;

    public ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public void show(Sample sample) {
        String line = line(sample);
        if (terminal) {
            out.print(REWRITE + line + CLEAR_REST);
            out.flush();
            unfinished = true;
        } else if (sample.second() - lastSecond >= PLAIN_EVERY_SECONDS - 0.1
                || sample.errorCount() > lastErrors) {
            out.println(line);
            lastSecond = sample.second();
            lastErrors = sample.errorCount();
        }
    }

    /** Leaves the line, so that something else can be written. */
    public void end() {
        if (unfinished) {
            out.println();
            unfinished = false;
        }
    }

    private static String line(Sample sample) {
        Percentiles latency = sample.interactive();
        String times =
                latency.count() == 0
                        ? "p50 -  p99 - ms"
                        : "p50 %s  p99 %s ms"
                                .formatted(
                                        Figures.millis(latency.p50()),
                                        Figures.millis(latency.p99()));
        return "%4.0f s %s lobby %d  game %d  %s packets/s  %s  errors %d"
                .formatted(
                        sample.second(),
                        sample.measured() ? "|" : "*",
                        sample.players().lobby() + sample.players().room(),
                        sample.players().playing(),
                        Figures.rate(sample.sentPerSecond() + sample.receivedPerSecond()),
                        times,
                        sample.errorCount());
    }
}
