package dev.mallard.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Markdown document with places for results: what stands between {@code <!-- bench:NAME -->} and
 * {@code <!-- end of bench:NAME -->} is replaced.
 *
 * @param file the document
 */
public record Document(Path file) {

    /**
     * Puts results in their place.
     *
     * @throws IOException if the document cannot be read or written, or has no such place
     */
    public void replace(String benchmark, String results) throws IOException {
        String begin = "<!-- bench:%s -->".formatted(benchmark);
        String end = "<!-- end of bench:%s -->".formatted(benchmark);
        String text = Files.readString(file);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(file + " has no place for " + begin);
        }
        Files.writeString(
                file,
                text.substring(0, from + begin.length())
                        + "\n\n"
                        + results.strip()
                        + "\n\n"
                        + text.substring(to));
    }
}
