package dev.mallard.benchmarks.game;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The figures of a service at one moment, as Prometheus would read them.
 *
 * @param samples values by name and labels
 */
record Scrape(Map<String, Double> samples) {

    static Scrape parse(String text) {
        Map<String, Double> samples = new LinkedHashMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#") && line.contains(" "))
                .forEach(
                        line -> {
                            int blank = line.lastIndexOf(' ');
                            samples.put(
                                    line.substring(0, blank),
                                    Double.parseDouble(line.substring(blank + 1)));
                        });
        return new Scrape(samples);
    }

    /** The sum of all samples of this name whose labels contain a text. */
    double sum(String name, String labels) {
        return samples.entrySet().stream()
                .filter(sample -> isOf(sample.getKey(), name) && sample.getKey().contains(labels))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** The sum of all samples of this name. */
    double sum(String name) {
        return sum(name, "");
    }

    private static boolean isOf(String sample, String name) {
        return sample.startsWith(name)
                && (sample.length() == name.length() || sample.charAt(name.length()) == '{');
    }

    /** How many observations of a histogram were at most so large, by that bound in seconds. */
    NavigableMap<Double, Double> buckets(String histogram) {
        NavigableMap<Double, Double> buckets = new TreeMap<>();
        samples.forEach(
                (sample, value) -> {
                    if (isOf(sample, histogram + "_bucket")) {
                        int from = sample.indexOf("le=\"") + 4;
                        String bound = sample.substring(from, sample.indexOf('"', from));
                        buckets.put(
                                bound.equals("+Inf")
                                        ? Double.POSITIVE_INFINITY
                                        : Double.parseDouble(bound),
                                value);
                    }
                });
        return buckets;
    }
}
