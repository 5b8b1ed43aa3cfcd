package dev.mallard.faults.soak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how much of the heap of a JVM is in use after a full collection, which this makes happen. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");
    private static final long ANSWER_SECONDS = 30;
    private static final long BYTES_PER_KIB = 1024;

    private LiveHeap() {}

    /** Nothing if the process is no JVM that answers. */
    static OptionalLong kib(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process =
                new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        String answer;
        try (InputStream out = process.getInputStream()) {
            answer = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Matcher total = TOTAL.matcher(answer);
        return total.find()
                ? OptionalLong.of(Long.parseLong(total.group(1)) / BYTES_PER_KIB)
                : OptionalLong.empty();
    }
}
