package dev.mallard.faults.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the log of an instance. */
public final class LogReader {

    private static final Pattern LINE =
            Pattern.compile("^\\S+ +(ERROR|WARN) \\d+ --- (?:\\[[^]]*] *)*(\\S+) *: (.*)$");
    private static final Pattern FRAME = Pattern.compile("^\\s+at [\\w.$/<>@]+\\(.*");
    private static final Pattern NUMBERS = Pattern.compile("@[0-9a-f]+|\\d+");
    private static final int LONGEST = 200;

    private final Map<String, Integer> errors = new TreeMap<>();
    private final Map<String, Integer> warnings = new TreeMap<>();
    private final Map<String, Integer> traces = new TreeMap<>();

    private LogReader() {}

    /** An instance that never ran has written nothing. */
    public static LogSummary read(String instance, Path log) {
        LogReader reader = new LogReader();
        if (Files.exists(log)) {
            try (Stream<String> lines = Files.lines(log)) {
                reader.take(lines);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new LogSummary(instance, reader.errors, reader.warnings, reader.traces);
    }

    private void take(Stream<String> lines) {
        String before = "";
        boolean inTrace = false;
        for (String line : (Iterable<String>) lines::iterator) {
            boolean frame = FRAME.matcher(line).matches();
            if (frame && !inTrace) {
                count(traces, before);
            }
            inTrace = frame;
            Matcher known = LINE.matcher(line);
            if (known.matches()) {
                Map<String, Integer> level = known.group(1).equals("ERROR") ? errors : warnings;
                count(level, known.group(2) + ": " + known.group(3));
            }
            before = line;
        }
    }

    private static void count(Map<String, Integer> level, String text) {
        String plain = NUMBERS.matcher(text.strip()).replaceAll("#");
        level.merge(
                plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain, 1, Integer::sum);
    }
}
