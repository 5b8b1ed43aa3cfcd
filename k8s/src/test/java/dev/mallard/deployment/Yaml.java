package dev.mallard.deployment;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads YAML, and refuses keys that are there twice. */
final class Yaml {

    private Yaml() {}

    /** All documents of a text; empty ones are left out. */
    static List<Map<String, Object>> documents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options));
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : yaml.loadAll(text)) {
            if (document != null) {
                documents.add(map(document));
            }
        }
        return documents;
    }

    static List<Map<String, Object>> documents(Path file) {
        return documents(read(file));
    }

    static Map<String, Object> document(Path file) {
        return documents(file).getFirst();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A member that is a map; an empty one if there is no such member. */
    static Map<String, Object> map(Map<String, Object> parent, String key) {
        return parent.get(key) == null ? Map.of() : map(Objects.requireNonNull(parent.get(key)));
    }

    /** A member that is a list of maps; an empty one if there is no such member. */
    static List<Map<String, Object>> maps(Map<String, Object> parent, String key) {
        return items(parent, key).stream().map(Yaml::map).toList();
    }

    /** A member that is a list of texts; an empty one if there is no such member. */
    static List<String> texts(Map<String, Object> parent, String key) {
        return items(parent, key).stream().map(String::valueOf).toList();
    }

    private static List<?> items(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
