package dev.mallard.bots.scenario;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells what happens, one line each, with the seconds since it began. Any thread. */
public final class Narrator {

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long start;

    /**
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    public Narrator(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    public void say(String line) {
        double seconds = (nanoTime.getAsLong() - start) / 1e9;
        out.printf(Locale.ROOT, "%6.1fs  %s%n", seconds, line);
    }
}
