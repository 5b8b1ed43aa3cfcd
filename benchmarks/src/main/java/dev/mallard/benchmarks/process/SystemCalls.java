package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the system calls of a process with a tool of the system. */
public enum SystemCalls {
    /** Counts in the kernel, which costs the process next to nothing. */
    PERF {
        @Override
        List<String> command(long pid) {
            return List.of(
                    "perf",
                    "stat",
                    "-x,",
                    "-e",
                    "raw_syscalls:sys_enter",
                    "-p",
                    Long.toString(pid),
                    "--timeout",
                    Long.toString(TimeUnit.SECONDS.toMillis(WINDOW_SECONDS)));
        }

        @Override
        Pattern count() {
            return Pattern.compile("^(\\d+),.*raw_syscalls:sys_enter", Pattern.MULTILINE);
        }
    },
    /** Stops the process at each call, which makes it slow. */
    STRACE {
        @Override
        List<String> command(long pid) {
            return List.of(
                    "timeout",
                    "-s",
                    "INT",
                    Long.toString(WINDOW_SECONDS),
                    "strace",
                    "-c",
                    "-f",
                    "-p",
                    Long.toString(pid));
        }

        @Override
        Pattern count() {
            return Pattern.compile(
                    "^100\\.00\\s+\\S+\\s+\\d*\\s+(\\d+).*total$", Pattern.MULTILINE);
        }
    },
    /** No tool is there. */
    NONE {
        @Override
        List<String> command(long pid) {
            return List.of("true");
        }

        @Override
        Pattern count() {
            return Pattern.compile("(?!)");
        }
    };

    private static final long WINDOW_SECONDS = 1;
    private static final long PATIENCE_SECONDS = 15;

    abstract List<String> command(long pid);

    abstract Pattern count();

    /** The best tool that works here: it is tried on this process. */
    public static SystemCalls available() throws InterruptedException {
        for (SystemCalls tool : List.of(PERF, STRACE)) {
            if (tool.perSecond(ProcessHandle.current().pid()).isPresent()) {
                return tool;
            }
        }
        return NONE;
    }

    /** How many system calls a process makes in a second from now; empty if that cannot be found out. */
    public OptionalLong perSecond(long pid) throws InterruptedException {
        if (this == NONE) {
            return OptionalLong.empty();
        }
        try {
            Process tool = new ProcessBuilder(command(pid)).redirectErrorStream(true).start();
            if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                tool.destroyForcibly();
                return OptionalLong.empty();
            }
            String output =
                    new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = count().matcher(output);
            return found.find()
                    ? OptionalLong.of(Long.parseLong(found.group(1)) / WINDOW_SECONDS)
                    : OptionalLong.empty();
        } catch (IOException notInstalled) {
            return OptionalLong.empty();
        }
    }
}
