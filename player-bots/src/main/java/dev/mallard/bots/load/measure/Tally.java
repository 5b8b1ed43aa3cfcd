package dev.mallard.bots.load.measure;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many requests of one kind were sent, and what became of them.
 *
 * @param sent requests sent
 * @param outcomes how many had which outcome
 */
public record Tally(long sent, Map<Outcome, Long> outcomes) {

    public static final Tally NONE = new Tally(0, Map.of());

    public Tally {
        Map<Outcome, Long> all = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            all.put(outcome, outcomes.getOrDefault(outcome, 0L));
        }
        outcomes = Map.copyOf(all);
    }

    public long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** Requests without an outcome yet; none at the end of a run. */
    public long open() {
        return sent - outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    public Tally plus(Tally other) {
        Map<Outcome, Long> sum = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            sum.put(outcome, of(outcome) + other.of(outcome));
        }
        return new Tally(sent + other.sent, sum);
    }
}
