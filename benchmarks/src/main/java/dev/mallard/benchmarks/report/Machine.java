package dev.mallard.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where something was measured.
 *
 * @param processors how many there are
 * @param model what they are called
 * @param memoryGiB how much memory there is
 * @param system the operating system
 * @param java the virtual machine
 * @param loadAverage runnable threads over the last minute when the measurement began; others' work on the
 *     machine spoils the figures
 */
public record Machine(
        int processors,
        String model,
        long memoryGiB,
        String system,
        String java,
        double loadAverage) {

    private static final long KIB_PER_GIB = 1024L * 1024;

    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
                Double.parseDouble(first(read("/proc/loadavg"), "NaN")));
    }

    private static long memory() {
        return Math.round(
                Double.parseDouble(first(field("/proc/meminfo", "MemTotal"), "0")) / KIB_PER_GIB);
    }

    private static String first(String text, String otherwise) {
        String[] words = text.strip().split(" ", -1);
        return words[0].isEmpty() ? otherwise : words[0];
    }

    private static String field(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Empty on systems that have no such file. */
    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException absent) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "%d x %s, %d GiB, %s, %s, load average %.2f"
                .formatted(processors, model, memoryGiB, system, java, loadAverage);
    }
}
