package dev.mallard.benchmarks;

/** Tells on the error stream what is going on, so that the output stream has the results alone. */
public final class Progress {

    private final long begin = System.nanoTime();

    public void say(String what) {
        System.err.printf("%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, what);
    }
}
