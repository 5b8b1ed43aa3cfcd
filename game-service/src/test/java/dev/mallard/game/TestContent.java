package dev.mallard.game;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Copies of the game data, for tests that change it. */
final class TestContent {

    private static final List<String> FILES =
            List.of(
                    "armour",
                    "chat",
                    "crafting",
                    "drops",
                    "foods",
                    "materials",
                    "monsters",
                    "objects",
                    "placeables",
                    "player",
                    "population",
                    "waves",
                    "weapons");

    private TestContent() {}

    /** Copies the data that comes with the service into a folder. */
    static void copyTo(Path folder) throws IOException {
        for (String file : FILES) {
            String name = file + ".yaml";
            try (InputStream in =
                    Objects.requireNonNull(
                            TestContent.class.getResourceAsStream("/content/" + name), name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
    }
}
