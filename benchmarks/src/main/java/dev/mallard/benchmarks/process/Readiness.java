package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.time.Duration;

/** Waits until a process that has been started can be used. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    /** Whether it is ready. */
    interface Check {

        boolean isReady() throws IOException, InterruptedException;
    }

    private Readiness() {}

    static void await(ServerProcess process, Check check) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!check.isReady()) {
            process.requireAlive();
            if (System.nanoTime() > end) {
                process.close();
                throw new IllegalStateException(
                        process + " is not ready after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(INTERVAL);
        }
    }
}
