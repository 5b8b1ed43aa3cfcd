package dev.mallard.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures of a benchmark, by load, subject and name. Confined to one thread. */
public final class Figures {

    /**
     * Which figure.
     *
     * @param load what was done, such as {@code p16}
     * @param subject whom it was done to, such as {@code mallard}
     * @param name what was measured, with its unit, such as {@code cpuMicrosPerMessage}
     */
    public record Key(String load, String subject, String name) {}

    /** A figure with its values. */
    public record Entry(Key key, List<Double> values) {}

    private final Map<Key, List<Double>> values = new LinkedHashMap<>();

    /** Adds the value of one more repetition. */
    public void add(String load, String subject, String name, double value) {
        values.computeIfAbsent(new Key(load, subject, name), key -> new ArrayList<>()).add(value);
    }

    /** Adds what was measured elsewhere. */
    public void addAll(Entry entry) {
        values.computeIfAbsent(entry.key(), key -> new ArrayList<>()).addAll(entry.values());
    }

    /** A figure; empty if it was not measured. */
    public Samples get(String load, String subject, String name) {
        return new Samples(values.getOrDefault(new Key(load, subject, name), List.of()));
    }

    /** How many times a subject takes of what another one takes, repetition by repetition. */
    public Samples ratio(String load, String subject, String other, String name) {
        return get(load, subject, name).dividedBy(get(load, other, name));
    }

    /** Everything, for a file. */
    public List<Entry> entries() {
        return values.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
