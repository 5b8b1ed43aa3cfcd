package dev.mallard.game.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the game data come from. */
@FunctionalInterface
public interface ContentSource {

    /**
     * The text of a file.
     *
     * @param file plain file name, for example {@code monsters.yaml}
     * @throws IOException when it does not exist or cannot be read
     */
    String read(String file) throws IOException;

    /** The data that comes with the game service. */
    static ContentSource bundled() {
        return file -> {
            try (InputStream in = ContentSource.class.getResourceAsStream("/content/" + file)) {
                if (in == null) {
                    throw new IOException("not found on the class path");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        };
    }

    /** A folder of the file system. */
    static ContentSource folder(Path folder) {
        return file -> Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    }
}
