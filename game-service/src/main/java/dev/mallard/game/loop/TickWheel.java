package dev.mallard.game.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Ticks for many at the same rate, spread evenly over the interval so that they do not all work at once.
 * The times at which ticks are due are multiples of the interval from the start, however late they come:
 * nothing drifts. A round that is missed as a whole is left out, and not made up for.
 *
 * <p>Adding and removing is for any thread, {@link #advance} for one.
 */
public final class TickWheel {

    private static final int SLOTS = 20;

    private final long slotNanos;
    private final long startNanos;
    private final List<Set<Ticking>> slots = new ArrayList<>(SLOTS);
    private final ConcurrentMap<Ticking, Set<Ticking>> slotOf = new ConcurrentHashMap<>();
    private volatile long nextStep;

    /**
     * @param interval time between two ticks, at least 20 ms
     * @param startNanos when the first slot is due
     */
    public TickWheel(Duration interval, long startNanos) {
        if (interval.compareTo(Duration.ofMillis(SLOTS)) < 0) {
            throw new IllegalArgumentException("the interval of ticks is too short: " + interval);
        }
        this.slotNanos = interval.toNanos() / SLOTS;
        this.startNanos = startNanos;
        for (int slot = 0; slot < SLOTS; slot++) {
            slots.add(ConcurrentHashMap.newKeySet());
        }
    }

    /** Begins to tick for something, first within one interval. */
    public void add(Ticking ticking) {
        slotOf.computeIfAbsent(
                ticking,
                key -> {
                    Set<Ticking> emptiest =
                            slots.stream().min(Comparator.comparingInt(Set::size)).orElseThrow();
                    emptiest.add(key);
                    return emptiest;
                });
    }

    /** Ends the ticks for something. One that is under way may still come. */
    public void remove(Ticking ticking) {
        Set<Ticking> slot = slotOf.remove(ticking);
        if (slot != null) {
            slot.remove(ticking);
        }
    }

    /**
     * Passes on every tick that is due.
     *
     * @return when the next one will be due, nanoseconds
     */
    public long advance(long nowNanos) {
        long step = nextStep;
        long current = Math.floorDiv(nowNanos - startNanos, slotNanos);
        // Behind by more than a round: everybody's latest tick is among the last slots.
        step = Math.max(step, current - SLOTS + 1);
        for (; step <= current; step++) {
            nextStep = step + 1;
            long due = startNanos + step * slotNanos;
            for (Ticking ticking : slots.get((int) (step % SLOTS))) {
                ticking.tick(due);
            }
        }
        return nextDueNanos();
    }

    /** When the next slot is due; far in the past if nobody calls {@link #advance} any more. Any thread. */
    public long nextDueNanos() {
        return startNanos + nextStep * slotNanos;
    }

    /** For how many it ticks. */
    public int size() {
        return slotOf.size();
    }
}
