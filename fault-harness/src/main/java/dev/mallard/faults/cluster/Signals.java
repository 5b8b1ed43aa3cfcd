package dev.mallard.faults.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Stops processes in the middle of whatever they do, and lets them go on. */
public final class Signals {

    private Signals() {}

    /** From now on the process does nothing, and neither do those that it has started. */
    public static void freeze(ProcessHandle process) throws IOException, InterruptedException {
        signal("-STOP", process);
    }

    public static void thaw(ProcessHandle process) throws IOException, InterruptedException {
        signal("-CONT", process);
    }

    private static void signal(String name, ProcessHandle process)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", name));
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(each -> command.add(String.valueOf(each.pid())));
        Process kill = new ProcessBuilder(command).inheritIO().start();
        if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " has failed");
        }
    }
}
