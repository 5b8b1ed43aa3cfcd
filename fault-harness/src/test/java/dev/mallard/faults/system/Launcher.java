package dev.mallard.faults.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of the launcher script, with ports and folders of its own. */
final class Launcher implements AutoCloseable {

    static final List<String> PORT_VARIABLES =
            List.of(
                    "MALLARD_CLIENT_PORT",
                    "MALLARD_GATEWAY_HTTP_PORT",
                    "MALLARD_LOBBY_PORT",
                    "MALLARD_LOBBY_HTTP_PORT",
                    "MALLARD_GAME_PORT",
                    "MALLARD_GAME_HTTP_PORT");

    static final Path SCRIPT = Path.of("..", "mallard").toAbsolutePath().normalize();
    private static final long STOP_WITHIN_SECONDS = 60;

    private final Process process;
    private final Path output;

    private Launcher(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Runs the script.
     *
     * @param folder working directory, which gets data, logs and output
     */
    static Launcher run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MALLARD_DATA_DIR", "data");
        builder.environment().put("MALLARD_RUN_DIR", "run");
        builder.environment().put("MALLARD_START_TIMEOUT", "300");
        builder.environment().putAll(environment);
        return new Launcher(builder.start(), output);
    }

    /** Everything the script has said so far. */
    String output() throws IOException {
        return Files.readString(output);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** The services that the script has started. */
    List<ProcessHandle> services() {
        return process.children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }

    /** Does to the script what Ctrl-C and the end of a session do. */
    void terminate() {
        process.destroy();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the script does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        List<ProcessHandle> left = process.descendants().toList();
        process.destroyForcibly();
        left.forEach(ProcessHandle::destroyForcibly);
    }
}
