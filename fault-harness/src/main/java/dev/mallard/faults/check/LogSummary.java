package dev.mallard.faults.check;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one instance has written that somebody should look at. Numbers within texts are replaced, so that lines which
 * say the same count together.
 *
 * @param instance its name
 * @param errors lines of the level ERROR, and how often they came
 * @param warnings lines of the level WARN
 * @param traces exceptions with a stack trace
 */
public record LogSummary(
        String instance,
        Map<String, Integer> errors,
        Map<String, Integer> warnings,
        Map<String, Integer> traces) {

    public LogSummary {
        errors = new TreeMap<>(errors);
        warnings = new TreeMap<>(warnings);
        traces = new TreeMap<>(traces);
    }
}
