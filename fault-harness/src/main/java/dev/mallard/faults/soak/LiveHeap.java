package dev.mallard.faults.soak;

import java.io.IOException;
import java.nio.file.Files;
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

    /** Nothing if the process is no JVM that answers within 30 s. */
    static OptionalLong kib(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Path answerFile = Files.createTempFile("mallard-heap", ".txt");
        String answer = "";
        try {
            Process process =
                    new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.class_histogram")
                            .redirectErrorStream(true)
                            .redirectOutput(answerFile.toFile())
                            .start();
            if (process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                answer = Files.readString(answerFile);
            } else {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(answerFile);
        }
        Matcher total = TOTAL.matcher(answer);
        return total.find()
                ? OptionalLong.of(Long.parseLong(total.group(1)) / BYTES_PER_KIB)
                : OptionalLong.empty();
    }
}
