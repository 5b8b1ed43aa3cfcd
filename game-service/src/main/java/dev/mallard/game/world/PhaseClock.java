package dev.mallard.game.world;

/** Day and night: the phase, how long it has lasted, and when it is planned to end. */
public final class PhaseClock {

    private Phase phase = Phase.DAY;
    private long elapsed;
    private long lastMillis;
    private long plannedEnd;

    public Phase phase() {
        return phase;
    }

    /** Planned end of the phase, epoch milliseconds. */
    public long plannedEnd() {
        return plannedEnd;
    }

    /** Begins a phase; what the last one lasted too long is dropped. */
    public void begin(Phase next, long nowMillis, long plannedEndEpochMillis) {
        phase = next;
        elapsed = 0;
        lastMillis = nowMillis;
        plannedEnd = plannedEndEpochMillis;
    }

    /** Adds the time since the last call and returns how long the phase has lasted. */
    public long advance(long nowMillis) {
        elapsed += nowMillis - lastMillis;
        lastMillis = nowMillis;
        return elapsed;
    }
}
