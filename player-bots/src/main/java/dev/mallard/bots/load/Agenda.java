package dev.mallard.bots.load;

import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.LongConsumer;

/**
 * What is due when. Each entry comes up at fixed times, whatever happens in between: one that comes up late
 * still counts from when it was due, and none is left out. One thread.
 */
final class Agenda {

    private static final class Entry implements Comparable<Entry> {

        private final long period;
        private final LongConsumer action;
        private long due;

        Entry(long due, long period, LongConsumer action) {
            this.due = due;
            this.period = period;
            this.action = action;
        }

        @Override
        public int compareTo(Entry other) {
            return Long.compare(due - other.due, 0);
        }
    }

    private final Queue<Entry> entries = new PriorityQueue<>();

    /**
     * Adds something to be done again and again.
     *
     * @param first when it is due first
     * @param period nanoseconds to the next time, more than 0
     * @param action gets the time at which it was due
     */
    void every(long first, long period, LongConsumer action) {
        entries.add(new Entry(first, period, action));
    }

    /**
     * Does all that is due.
     *
     * @return nanoseconds until something is due again; {@link Long#MAX_VALUE} if nothing ever is
     */
    long run(long now) {
        for (Entry next = entries.peek(); next != null; next = entries.peek()) {
            if (next.due - now > 0) {
                return next.due - now;
            }
            entries.remove();
            long due = next.due;
            next.due += next.period;
            entries.add(next);
            next.action.accept(due);
        }
        return Long.MAX_VALUE;
    }

    void clear() {
        entries.clear();
    }
}
