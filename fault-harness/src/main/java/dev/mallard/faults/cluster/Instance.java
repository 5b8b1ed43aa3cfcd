package dev.mallard.faults.cluster;

import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * One process of a cluster, which keeps its name, ports and log over restarts. Starting and ending it is for
 * one thread at a time; any thread may ask about it.
 */
public final class Instance {

    /** Longest time that a start may take on a machine that has much to do. */
    public static final Duration READY_WITHIN = Duration.ofSeconds(300);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LOG_LINES_IN_FAILURE = 15;

    private final Service service;
    private final int number;
    private final int port;
    private final int managementPort;
    private final Path logs;
    private final Path home;
    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private final Management management;
    private volatile @Nullable Process process;

    /**
     * @param logs absolute path of the folder of its log
     */
    Instance(
            Service service,
            int number,
            int port,
            int managementPort,
            Path logs,
            Path home,
            Management management) {
        this.service = service;
        this.number = number;
        this.port = port;
        this.managementPort = managementPort;
        this.logs = logs;
        this.home = home;
        this.management = management;
    }

    public Service service() {
        return service;
    }

    /** From 1, among the instances of its service. */
    public int number() {
        return number;
    }

    /** Such as {@code game-2}; also what the service itself is told to be called. */
    public String name() {
        return service.label() + "-" + number;
    }

    /** Where it listens itself: a gateway to clients, another service to gateways. */
    public int port() {
        return port;
    }

    /** Where it answers about its health and metrics. */
    public int managementPort() {
        return managementPort;
    }

    public Path log() {
        return logs.resolve(name() + ".log");
    }

    /** Sets an environment variable from the next start on. */
    public void set(String variable, String value) {
        settings.put(variable, value);
    }

    // ---- Life and death.

    /**
     * Starts it without waiting for it, as a user does: the script becomes the service.
     *
     * @throws IllegalStateException if it runs, or was not built
     */
    public void launch() throws IOException {
        if (running()) {
            throw new IllegalStateException(name() + " runs already");
        }
        requireJar();
        ProcessBuilder builder =
                new ProcessBuilder("bash", home.resolve("mallard").toString(), service.label());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MALLARD_RUN_DIR", logs.toString());
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /** Starts it, and waits until it is ready. */
    public void start() throws IOException {
        launch();
        awaitReady();
    }

    /** Waits until it says that it is ready; fails as soon as its process ends. */
    public void awaitReady() {
        await(name() + " to be ready")
                .pollInterval(POLL)
                .atMost(READY_WITHIN)
                .until(
                        () -> {
                            requireRunning();
                            return ready();
                        });
    }

    /** Waits until it listens on its {@link #port}. */
    public void awaitPort() {
        await(name() + " to listen")
                .pollInterval(Duration.ofMillis(10))
                .atMost(READY_WITHIN)
                .until(
                        () -> {
                            requireRunning();
                            return listens(port);
                        });
    }

    /** Ends it without giving it time for anything, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        runningProcess().destroyForcibly();
        awaitEnd(STOP_WITHIN);
    }

    /** Asks it to end with SIGTERM, and waits until it has; at most 20 s. */
    public void stop() throws InterruptedException {
        stop(STOP_WITHIN);
    }

    /**
     * @throws IllegalStateException if it does not end in time; then it is killed
     */
    public void stop(Duration within) throws InterruptedException {
        terminate();
        awaitEnd(within);
    }

    /** Asks it to end with SIGTERM, without waiting; {@link #awaitEnd} has to follow before a new start. */
    public void terminate() {
        runningProcess().destroy();
    }

    /**
     * Waits for the end of its process.
     *
     * @return the exit code
     * @throws IllegalStateException if it does not end in time; then it is killed
     */
    public int awaitEnd(Duration within) throws InterruptedException {
        Process ending = process;
        if (ending == null) {
            throw new IllegalStateException(name() + " does not run");
        }
        if (!ending.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            ending.destroyForcibly().waitFor();
            process = null;
            throw new IllegalStateException(name() + " did not end within " + within);
        }
        process = null;
        return ending.exitValue();
    }

    /** From now on it does nothing; its sockets stay open, and the system goes on to accept connections for it. */
    public void freeze() throws IOException, InterruptedException {
        Signals.freeze(runningProcess().toHandle());
    }

    /** After {@link #freeze}, it goes on. */
    public void thaw() throws IOException, InterruptedException {
        Signals.thaw(runningProcess().toHandle());
    }

    // ---- What it is like.

    /** Whether its process is there, frozen or not. */
    public boolean running() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Whether it was started and has ended, although nobody has ended it here. */
    public boolean diedByItself() {
        Process current = process;
        return current != null && !current.isAlive();
    }

    /** Whether it says that it can do its work. */
    public boolean ready() throws InterruptedException {
        return status("/actuator/health/readiness") == 200;
    }

    /**
     * @throws IllegalStateException if it does not run
     */
    public ProcessHandle processHandle() {
        return runningProcess().toHandle();
    }

    /** Nothing if it does not run. */
    public Optional<ProcessUsage> usage() {
        Process current = process;
        return current == null ? Optional.empty() : ProcessUsage.of(current.pid());
    }

    /** The HTTP status of a page of its management port, 0 if there is no answer. */
    public int status(String path) throws InterruptedException {
        return management.status(managementPort, path);
    }

    /** A page of its management port, such as {@code /actuator/prometheus}; nothing if there is no answer. */
    public Optional<String> page(String path) throws InterruptedException {
        return management.page(managementPort, path);
    }

    void destroy() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly();
            current.onExit().join();
            process = null;
        }
    }

    private Process runningProcess() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException(name() + " does not run");
        }
        return current;
    }

    private void requireRunning() {
        if (!running()) {
            throw new IllegalStateException(name() + " has ended: " + lastLines());
        }
    }

    private void requireJar() {
        Path jar =
                home.resolve(Path.of(service.module(), "target", service.module() + "-exec.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("build the services first: there is no " + jar);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log());
            int from = Math.max(0, lines.size() - LOG_LINES_IN_FAILURE);
            return String.join(System.lineSeparator(), lines.subList(from, lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
