package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;

/** Makes a JVM collect its garbage, so that what stays is what is in use. */
public final class HeapTrim {

    private HeapTrim() {}

    // The serial collector gives a part of what is free back to the system with each collection.
    private static final int COLLECTIONS = 5;

    /** Returns when it is done. */
    public static void run(long pid) throws IOException, InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            collect(pid);
        }
    }

    private static void collect(long pid) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd cannot reach process " + pid);
        }
    }
}
