package dev.mallard.faults.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process takes of the machine, as Linux tells it.
 *
 * @param residentKib resident memory, KiB
 * @param threads threads of the operating system
 * @param openFiles open file descriptors, sockets included
 */
public record ProcessUsage(long residentKib, int threads, int openFiles) {

    /** Nothing where the machine does not tell, or the process has ended. */
    public static Optional<ProcessUsage> of(long pid) {
        Path process = Path.of("/proc", String.valueOf(pid));
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            int openFiles = (int) files.count();
            List<String> status = Files.readAllLines(process.resolve("status"));
            return Optional.of(
                    new ProcessUsage(
                            number(status, "VmRSS:"), (int) number(status, "Threads:"), openFiles));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static long number(List<String> status, String name) throws IOException {
        for (String line : status) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("there is no " + name);
    }
}
