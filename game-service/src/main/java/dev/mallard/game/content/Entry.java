package dev.mallard.game.content;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One entry of a file: typed access to its values; every fault names file, entry and value. */
final class Entry {

    private final String file;
    private final String name;
    private final Map<?, ?> values;
    private final Set<String> used = new HashSet<>();

    Entry(String file, String name, Map<?, ?> values) {
        this.file = file;
        this.name = name;
        this.values = values;
    }

    /** A fault of this entry. */
    ContentException fault(String fault) {
        return new ContentException(file, name, fault);
    }

    /** A whole number within a range. */
    int integer(String key, int min, int max) {
        return integer(key, value(key), min, max);
    }

    /** A whole number within a range, or something else when it is absent. */
    int integer(String key, int min, int max, int absent) {
        return has(key) ? integer(key, min, max) : absent;
    }

    /** A number within a range. */
    double number(String key, double min, double max) {
        if (!(value(key) instanceof Number number)) {
            throw fault(key + " is no number");
        }
        double value = number.doubleValue();
        if (!(value >= min && value <= max)) {
            throw fault(key + " is " + value + ", not within " + min + " to " + max);
        }
        return value;
    }

    /** A text that is not blank. */
    String text(String key) {
        return text(key, value(key));
    }

    /** Yes or no; no when absent. */
    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        if (!(value(key) instanceof Boolean flag)) {
            throw fault(key + " is neither true nor false");
        }
        return flag;
    }

    /** One of the constants of an enum. */
    <E extends Enum<E>> E choice(String key, Class<E> type) {
        String text = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw fault(key + " is " + text + ", not one of " + List.of(type.getEnumConstants()));
    }

    /** Whole numbers within a range; at least one. */
    List<Integer> integers(String key, int min, int max) {
        List<Integer> integers = new ArrayList<>();
        for (Object value : list(key)) {
            integers.add(integer(key, value, min, max));
        }
        return integers;
    }

    /** Whole numbers within a range; none when absent. */
    List<Integer> optionalIntegers(String key, int min, int max) {
        return has(key) ? integers(key, min, max) : List.of();
    }

    /** Exactly two numbers, the second at least as large as the first. */
    List<Integer> span(String key, int min, int max) {
        List<Integer> span = integers(key, min, max);
        if (span.size() != 2 || span.get(0) > span.get(1)) {
            throw fault(key + " is no pair of a smaller and a larger number");
        }
        return span;
    }

    /** Texts that are not blank; at least one. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(key)) {
            texts.add(text(key, value));
        }
        return texts;
    }

    /** A list of entries; at least one. */
    List<Entry> entries(String key) {
        List<Entry> entries = new ArrayList<>();
        for (Object value : list(key)) {
            String number = key + " " + (entries.size() + 1);
            if (!(value instanceof Map<?, ?> map)) {
                throw new ContentException(file, number, "is no list of keys and values");
            }
            Object code = map.get("code");
            String entryName = code == null ? number : number + " (code " + code + ")";
            entries.add(new Entry(file, entryName, map));
        }
        return entries;
    }

    /** A part of the file with its own keys and values. */
    Entry section(String key) {
        if (!(value(key) instanceof Map<?, ?> map)) {
            throw fault(key + " is no list of keys and values");
        }
        return new Entry(file, key, map);
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    /** Has to be called when everything was read: a key that nobody asked for is a fault. */
    void finish() {
        for (Object key : values.keySet()) {
            if (!used.contains(String.valueOf(key))) {
                throw fault("unknown key " + key);
            }
        }
    }

    private Object value(String key) {
        used.add(key);
        Object value = values.get(key);
        if (value == null) {
            throw fault(key + " is missing");
        }
        return value;
    }

    private List<?> list(String key) {
        if (!(value(key) instanceof List<?> list) || list.isEmpty()) {
            throw fault(key + " is no list, or empty");
        }
        return list;
    }

    private int integer(String key, @Nullable Object value, int min, int max) {
        if (!(value instanceof Integer integer)) {
            throw fault(key + " is no whole number");
        }
        if (integer < min || integer > max) {
            throw fault(key + " is " + integer + ", not within " + min + " to " + max);
        }
        return integer;
    }

    private String text(String key, @Nullable Object value) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw fault(key + " is no text");
        }
        return text;
    }
}
