package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The threads of a process, by the names that Linux knows, which are cut off after 15 characters. */
public final class ThreadNames {

    /** Comes with the first call of a tool, and stays. */
    private static final String OF_TOOLS = "Attach Listener";

    private ThreadNames() {}

    /** The names of all threads but the one that lets tools in. */
    public static List<String> of(long pid) {
        List<String> names = new ArrayList<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads.toList()) {
                String name = nameOf(thread);
                if (!name.isEmpty() && !name.equals(OF_TOOLS)) {
                    names.add(name);
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(
                    "process " + pid + " has ended, or is not on Linux", gone);
        }
        return names;
    }

    /** Empty for a thread that has ended meanwhile. */
    private static String nameOf(Path thread) throws IOException {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (NoSuchFileException ended) {
            return "";
        }
    }
}
