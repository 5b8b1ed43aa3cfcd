package dev.mallard.bots.load.player;

import dev.mallard.bots.load.measure.Measurements;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What all players of a run share. Used on the event loop only. */
public final class Surroundings {

    private final Wires wires;
    private final Measurements measurements;
    private final LongSupplier nanoTime;
    private final long answerTimeout;
    private final int run;
    private final Roster roster = new Roster();
    private boolean everConnected;
    private boolean connectFailed;

    /**
     * @param nanoTime the time, like {@link System#nanoTime}
     * @param answerTimeout time after which a request counts as lost
     * @param run a number that sets this run apart from others against the same servers
     */
    public Surroundings(
            Wires wires,
            Measurements measurements,
            LongSupplier nanoTime,
            Duration answerTimeout,
            int run) {
        this.wires = wires;
        this.measurements = measurements;
        this.nanoTime = nanoTime;
        this.answerTimeout = answerTimeout.toNanos();
        this.run = run;
    }

    /** Whether connecting has only ever failed, so that going on makes no sense. */
    public boolean unreachable() {
        return connectFailed && !everConnected;
    }

    void connected() {
        everConnected = true;
    }

    void connectFailed() {
        connectFailed = true;
    }

    Wires wires() {
        return wires;
    }

    Measurements measurements() {
        return measurements;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    long answerTimeout() {
        return answerTimeout;
    }

    int run() {
        return run;
    }

    Roster roster() {
        return roster;
    }
}
