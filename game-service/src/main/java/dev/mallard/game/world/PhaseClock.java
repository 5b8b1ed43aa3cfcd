package dev.mallard.game.world;

/** Day and night: the phase, how long it has lasted, and when it is planned to end. */
public final class PhaseClock {

    private Phase phase = Phase.DAY;
    private long elapsed;
    private long lastMillis;
    private long plannedEnd;

    /** The clock of a game that has not started. */
    PhaseClock() {}

    /** A clock as it was left. */
    PhaseClock(Saved saved) {
        this.phase = saved.phase();
        this.elapsed = saved.elapsed();
        this.lastMillis = saved.lastMillis();
        this.plannedEnd = saved.plannedEnd();
    }

    /**
     * All of it.
     *
     * @param phase the time of day
     * @param elapsed how long it had lasted at {@code lastMillis}, milliseconds
     * @param lastMillis when that was last brought up to date, monotonic milliseconds
     * @param plannedEnd epoch milliseconds
     */
    public record Saved(Phase phase, long elapsed, long lastMillis, long plannedEnd) {}

    /** What a clock that goes on from here has to know. */
    public Saved saved() {
        return new Saved(phase, elapsed, lastMillis, plannedEnd);
    }

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
