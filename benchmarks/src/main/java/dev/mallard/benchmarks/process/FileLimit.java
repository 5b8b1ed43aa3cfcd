package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files, and so connections, a process may have open here. */
public final class FileLimit {

    private static final int HARD = 4;

    /** What a JVM needs for other things than the connections. */
    private static final int OTHER = 400;

    private FileLimit() {}

    /** The most connections that one process can have. */
    public static int connections() {
        try {
            return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                    .filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.split("\\s+", -1)[HARD])
                    .mapToInt(
                            limit ->
                                    limit.equals("unlimited")
                                            ? Integer.MAX_VALUE
                                            : Integer.parseInt(limit) - OTHER)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
        } catch (IOException elsewhere) {
            return Integer.MAX_VALUE;
        }
    }
}
