package dev.mallard.bots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Options of the form {@code --name value} or {@code --name=value}. Every method that reads one throws {@link
 * IllegalArgumentException} with a helpful message if its value is wrong.
 */
public final class Options {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h)");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private boolean help;

    private Options() {}

    public static Options parse(List<String> args) {
        return parse(args, Set.of());
    }

    /**
     * @param flags options without a value
     */
    public static Options parse(List<String> args, Set<String> flags) {
        Options options = new Options();
        for (int i = 0; i < args.size(); i++) {
            String name = args.get(i);
            if (name.equals("--help") || name.equals("-h")) {
                options.help = true;
                continue;
            }
            if (!name.startsWith("--")) {
                throw new IllegalArgumentException("Not an option: " + name);
            }
            if (flags.contains(name)) {
                options.values.computeIfAbsent(name, unused -> new ArrayList<>()).add("");
                continue;
            }
            int equals = name.indexOf('=');
            String value;
            if (equals > 0) {
                value = name.substring(equals + 1);
                name = name.substring(0, equals);
            } else {
                i++;
                if (i == args.size()) {
                    throw new IllegalArgumentException(name + " needs a value");
                }
                value = args.get(i);
            }
            options.values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        }
        return options;
    }

    public boolean help() {
        return help;
    }

    /** Whether a flag is there. */
    public boolean given(String flag) {
        return !all(flag).isEmpty();
    }

    /** All values of an option, in their order. */
    public List<String> all(String name) {
        known.add(name);
        return values.getOrDefault(name, List.of());
    }

    public String text(String name, String otherwise) {
        List<String> given = all(name);
        return given.isEmpty() ? otherwise : given.getLast();
    }

    public int number(String name, int otherwise) {
        return number(name, text(name, String.valueOf(otherwise)));
    }

    public static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " needs a whole number, not " + value);
        }
    }

    public double decimal(String name, double otherwise) {
        String value = text(name, String.valueOf(otherwise));
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " needs a number, not " + value);
        }
    }

    public Duration time(String name, Duration otherwise) {
        List<String> given = all(name);
        return given.isEmpty() ? otherwise : time(name, given.getLast());
    }

    public static Duration time(String name, String value) {
        Matcher matcher = TIME.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    name + " needs a time with its unit, such as 500ms, 30s or 5m, not " + value);
        }
        double nanosPerUnit =
                switch (matcher.group(2)) {
                    case "ms" -> 1e6;
                    case "s" -> 1e9;
                    case "m" -> 60e9;
                    default -> 3600e9;
                };
        return Duration.ofNanos(Math.round(Double.parseDouble(matcher.group(1)) * nanosPerUnit));
    }

    /**
     * @throws IllegalArgumentException if an option was given that nobody has asked for
     */
    public void refuseOthers() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("Unknown option: " + name);
            }
        }
    }
}
