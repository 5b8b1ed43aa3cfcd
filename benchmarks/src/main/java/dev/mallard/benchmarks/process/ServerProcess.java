package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A gateway that runs as a process of its own. Its end ends it. Any thread. */
public final class ServerProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 15;

    private final String name;
    private final Process process;
    private final Path log;
    private final int clientPort;

    private ServerProcess(String name, Process process, Path log, int clientPort) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.clientPort = clientPort;
    }

    /**
     * Starts a process whose output goes to a file.
     *
     * @param clientPort where it will let clients in
     */
    static ServerProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            int clientPort)
            throws IOException {
        Path log = directory.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ServerProcess(name, process, log, clientPort);
    }

    /** What it is called in the tables. */
    public String name() {
        return name;
    }

    public int clientPort() {
        return clientPort;
    }

    public long pid() {
        return process.pid();
    }

    /** What the operating system knows of it. */
    public ProcessUsage usage() {
        return ProcessUsage.of(pid());
    }

    /** How many threads it has for what. */
    public Map<String, Integer> threads() {
        return ThreadPurposes.count(ThreadNames.of(pid()));
    }

    /** Everything that it has said so far. */
    String output() throws IOException {
        return Files.readString(log);
    }

    /**
     * Makes sure that it still runs.
     *
     * @throws IllegalStateException with the end of its output if it does not
     */
    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            List<String> lines = output().lines().toList();
            throw new IllegalStateException(
                    "%s has ended: %s"
                            .formatted(
                                    name,
                                    String.join(
                                            "\n",
                                            lines.subList(
                                                    Math.max(0, lines.size() - 20),
                                                    lines.size()))));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name + " (" + pid() + ")";
    }
}
