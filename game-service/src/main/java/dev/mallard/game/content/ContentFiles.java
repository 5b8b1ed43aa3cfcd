package dev.mallard.game.content;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import java.io.IOException;
import java.util.Map;

/** Reads YAML files; plain values only, no key twice. */
final class ContentFiles {

    private final ContentSource source;

    ContentFiles(ContentSource source) {
        this.source = source;
    }

    /**
     * The root of a file.
     *
     * @throws ContentException when it cannot be read or is no YAML mapping
     */
    Entry read(String file) {
        Object root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            root = new Yaml(new SafeConstructor(options)).load(source.read(file));
        } catch (IOException e) {
            throw new ContentException(file, "cannot be read", e);
        } catch (YAMLException e) {
            throw new ContentException(file, "is no valid YAML: " + e.getMessage(), e);
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw new ContentException(file, "file", "is no list of keys and values");
        }
        return new Entry(file, "file", map);
    }
}
