package dev.mallard.game.world;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;

/** The times of the last few events, for limits of the form "at most n within a window". */
public final class RecentTimes {

    private final Deque<Long> times;

    /** No events yet. */
    public RecentTimes() {
        this.times = new ArrayDeque<>();
    }

    /**
     * Events that were noted before.
     *
     * @param times {@link #times()}
     */
    public RecentTimes(Collection<Long> times) {
        this.times = new ArrayDeque<>(times);
    }

    /** When the noted events were, oldest first; monotonic milliseconds. */
    public Collection<Long> times() {
        return Collections.unmodifiableCollection(times);
    }

    /**
     * Notes an event, if fewer than the limit lie within the window.
     *
     * @return false when the limit is reached; then nothing is noted
     */
    public boolean tryAdd(long nowMillis, int limit, long windowMillis) {
        while (!times.isEmpty() && nowMillis - times.getFirst() >= windowMillis) {
            times.removeFirst();
        }
        if (times.size() >= limit) {
            return false;
        }
        times.addLast(nowMillis);
        return true;
    }
}
