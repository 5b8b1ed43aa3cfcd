package dev.mallard.faults.system;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A metric of the project, as a line of docs/metrics.md.
 *
 * @param name what Prometheus calls it
 * @param type counter, gauge, histogram or summary
 * @param services which services have it
 * @param labels by what its series are told apart
 * @param meaning what the service says about it
 */
record MetricRow(
        String name, String type, Set<String> services, Set<String> labels, String meaning) {

    private static final Pattern HELP = Pattern.compile("(?m)^# HELP (mallard_\\w+) (.*)$");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (mallard_\\w+) (\\w+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Set<String> OF_THE_FORMAT = Set.of("le", "quantile");

    /** The metrics of one service, by name, from what it shows to Prometheus. */
    static Map<String, MetricRow> parse(String service, String shown) {
        Map<String, String> meanings = new TreeMap<>();
        HELP.matcher(shown).results().forEach(r -> meanings.put(r.group(1), r.group(2)));
        Map<String, MetricRow> rows = new TreeMap<>();
        TYPE.matcher(shown)
                .results()
                .forEach(
                        r ->
                                rows.put(
                                        r.group(1),
                                        new MetricRow(
                                                r.group(1),
                                                r.group(2),
                                                Set.of(service),
                                                labels(r.group(1), shown),
                                                meanings.getOrDefault(r.group(1), ""))));
        return rows;
    }

    private static Set<String> labels(String name, String shown) {
        Set<String> labels = new TreeSet<>();
        Pattern.compile("(?m)^" + name + "(?:_bucket|_count|_sum)?\\{(.*)} \\S+$")
                .matcher(shown)
                .results()
                .flatMap(sample -> LABEL.matcher(sample.group(1)).results())
                .map(label -> label.group(1))
                .filter(label -> !OF_THE_FORMAT.contains(label))
                .forEach(labels::add);
        return labels;
    }

    /** Both have the same name. */
    MetricRow and(MetricRow other) {
        Set<String> everywhere = new TreeSet<>(services);
        everywhere.addAll(other.services);
        Set<String> all = new TreeSet<>(labels);
        all.addAll(other.labels);
        return new MetricRow(name, type, everywhere, all, meaning);
    }

    String line() {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        name,
                        type,
                        String.join(", ", services),
                        labels.isEmpty() ? "none" : "`" + String.join("`, `", labels) + "`",
                        meaning.replace("|", "\\|"));
    }
}
