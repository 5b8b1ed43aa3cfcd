package dev.mallard.faults.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a test has measured, for those who want to know more than that it was good enough. Any thread. */
final class SystemReport {

    private final Path file;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /**
     * @param name of the file with the figures, below {@code target/system-tests}
     */
    SystemReport(String name) {
        this.file = Path.of("target", "system-tests", name + "-figures.txt");
    }

    void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    void print() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        lines.forEach(System.out::println);
    }
}
