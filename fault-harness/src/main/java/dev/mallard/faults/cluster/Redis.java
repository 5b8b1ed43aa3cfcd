package dev.mallard.faults.cluster;

import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

import redis.embedded.core.ExecutableProvider;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Redis server without persistence: the one that is installed, or else the one that comes with a library.
 * Whatever was in it is gone when it stops.
 */
public final class Redis implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(30);

    private final Path folder;
    private final File program;
    private final int port = FreePorts.find(1).getFirst();
    private @Nullable Process process;

    private Redis(Path folder) throws IOException {
        this.folder = folder;
        this.program = installed();
    }

    public static Redis started() throws IOException {
        Redis redis = new Redis(Files.createTempDirectory("mallard-redis"));
        redis.start();
        return redis;
    }

    private static File installed() throws IOException {
        for (String directory :
                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            File candidate = new File(directory, "redis-server");
            if (candidate.canExecute()) {
                return candidate;
            }
        }
        return ExecutableProvider.newJarResourceProvider().get();
    }

    /** What services need to use it. */
    public Map<String, String> settings() {
        return Map.of("MALLARD_GAME_TAKEOVER_REDISURI", "redis://localhost:" + port);
    }

    public int port() {
        return port;
    }

    /** Starts it, empty, on the same port as before. */
    public void start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        program.getPath(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--dir",
                        folder.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("redis.log").toFile());
        Process started = builder.start();
        process = started;
        await("Redis to listen")
                .atMost(START_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> listens(started));
    }

    private boolean listens(Process started) throws IOException {
        if (!started.isAlive()) {
            String log = Files.readString(folder.resolve("redis.log"));
            throw new IllegalStateException(program + " has ended: " + log);
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it at once. */
    public void stop() {
        Stream.ofNullable(process).forEach(running -> running.destroyForcibly().onExit().join());
        process = null;
    }

    /** Connections stay, and new ones are taken, but nobody answers. */
    public void freeze() throws IOException, InterruptedException {
        Signals.freeze(running().toHandle());
    }

    public void thaw() throws IOException, InterruptedException {
        Signals.thaw(running().toHandle());
    }

    private Process running() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException("Redis does not run");
        }
        return current;
    }

    @Override
    public void close() throws IOException {
        stop();
        FileSystemUtils.deleteRecursively(folder);
    }
}
