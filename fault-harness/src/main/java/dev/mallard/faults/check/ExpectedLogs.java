package dev.mallard.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells which of what services write is to be expected when things go wrong. A service says in one line of the level WARN
 * that something it needs is away; an ERROR, or a stack trace, is a fault of its own.
 */
public final class ExpectedLogs {

    private static final List<Pattern> EXPECTED = List.of();

    private ExpectedLogs() {}

    public static Finding check(List<LogSummary> logs) {
        List<String> violations = new ArrayList<>();
        for (LogSummary log : logs) {
            add(log.instance() + " ERROR", log.errors(), violations);
            add(log.instance() + " stack trace", log.traces(), violations);
        }
        return new Finding("services log no errors and no stack traces", violations);
    }

    private static void add(String what, Map<String, Integer> lines, List<String> violations) {
        lines.forEach(
                (text, count) -> {
                    if (EXPECTED.stream().noneMatch(known -> known.matcher(text).find())) {
                        violations.add(what + ", " + count + " times: " + text);
                    }
                });
    }
}
