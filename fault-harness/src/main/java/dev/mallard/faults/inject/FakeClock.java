package dev.mallard.faults.inject;

import dev.mallard.faults.cluster.Instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The wall clock of one process, by the library libfaketime, which is loaded before all others. The clock that only ever
 * goes forward, by which programs measure time, stays as it is.
 */
public final class FakeClock {

    private static final String LIBRARY = "libfaketimeMT.so.1";
    private static final List<Path> FOLDERS =
            List.of(
                    Path.of("/usr/lib/x86_64-linux-gnu/faketime"),
                    Path.of("/usr/lib/aarch64-linux-gnu/faketime"),
                    Path.of("/usr/lib64/faketime"),
                    Path.of("/usr/lib/faketime"),
                    Path.of("/usr/local/lib/faketime"));

    private final Path file;

    private FakeClock(Path file) throws IOException {
        this.file = file;
        show(Duration.ZERO);
    }

    /** Where the library is, if it is installed (package {@code faketime} of Debian). */
    public static Optional<Path> library() {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(LIBRARY))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Gives an instance such a clock from its next start on.
     *
     * @param folder where its file is kept
     */
    public static FakeClock of(Instance instance, Path library, Path folder) throws IOException {
        Path file = folder.resolve(instance.name() + ".clock");
        FakeClock clock = new FakeClock(file);
        instance.set("LD_PRELOAD", library.toString());
        instance.set("FAKETIME_TIMESTAMP_FILE", file.toString());
        instance.set("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        // Else its remedy for old systems makes every wait of a JVM return at once, and all threads
        // spin.
        instance.set("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        instance.set("FAKETIME_CACHE_DURATION", "1");
        return clock;
    }

    /** Has the clock be wrong by so much, seen within about a second. */
    void show(Duration ahead) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, "%+d".formatted(ahead.toSeconds()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
