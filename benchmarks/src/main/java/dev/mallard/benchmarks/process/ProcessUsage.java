package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux counts for a process, from {@code /proc}.
 *
 * @param cpuMicros processor time of all threads in user and kernel mode since the start, microseconds, in
 *     steps of 10,000
 * @param threads number of threads, without the one that lets tools like {@code jcmd} in
 * @param residentBytes memory that is in RAM
 */
public record ProcessUsage(long cpuMicros, int threads, long residentBytes) {

    private static final long MICROS_PER_TICK = 10_000;
    private static final long PAGE = 4096;
    // Counted after the name in brackets, which may contain anything.
    private static final int USER_TIME = 11;
    private static final int KERNEL_TIME = 12;
    private static final int RESIDENT_PAGES = 21;

    static ProcessUsage of(long pid) {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        } catch (IOException gone) {
            throw new UncheckedIOException(
                    "process " + pid + " has ended, or is not on Linux", gone);
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[KERNEL_TIME]);
        return new ProcessUsage(
                ticks * MICROS_PER_TICK,
                ThreadNames.of(pid).size(),
                Long.parseLong(fields[RESIDENT_PAGES]) * PAGE);
    }
}
