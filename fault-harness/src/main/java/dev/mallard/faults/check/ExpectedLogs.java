package dev.mallard.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells which of what services write is to be expected when things go wrong. A service says in one line of the level WARN
 * that something it needs is away; an ERROR, or a stack trace, is a fault of its own. One exception: when a connection to the
 * database breaks while it is used, the pool writes a trace, once for each of its few connections.
 */
public final class ExpectedLogs {

    private static final List<Pattern> EXPECTED_TRACES =
            List.of(
                    Pattern.compile(
                            "^org\\.postgresql\\.util\\.PSQLException: (An I/O error occurred"
                                    + " while sending to the backend|FATAL: terminating connection"
                                    + "|This connection has been closed)"),
                    Pattern.compile(
                            "^Caused by:"
                                + " java\\.(net\\.Socket(Timeout)?Exception|io\\.EOFException)"));

    private ExpectedLogs() {}

    public static Finding check(List<LogSummary> logs) {
        List<String> violations = new ArrayList<>();
        for (LogSummary log : logs) {
            add(log.instance() + " ERROR", log.errors(), List.of(), violations);
            add(log.instance() + " stack trace", log.traces(), EXPECTED_TRACES, violations);
        }
        return new Finding("services log no errors and no stack traces", violations);
    }

    private static void add(
            String what,
            Map<String, Integer> lines,
            List<Pattern> expected,
            List<String> violations) {
        lines.forEach(
                (text, count) -> {
                    if (expected.stream().noneMatch(known -> known.matcher(text).find())) {
                        violations.add(what + ", " + count + " times: " + text);
                    }
                });
    }
}
