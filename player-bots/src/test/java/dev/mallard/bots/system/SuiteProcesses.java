package dev.mallard.bots.system;

import static org.awaitility.Awaitility.await;

import dev.mallard.bots.client.GameClient;

import org.springframework.util.FileSystemUtils;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The three services as processes of their own, started by the launcher script, with free ports
 * and an embedded database in a temporary folder. A service that is started again has the same ports.
 * One thread.
 */
final class SuiteProcesses implements AutoCloseable {

    static final Duration READY_WITHIN = Duration.ofSeconds(300);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LOG_LINES_IN_FAILURE = 15;

    private final Path logs;
    private final Path data;
    private final Map<String, String> settings;
    private final Map<Service, Integer> healthPorts = new EnumMap<>(Service.class);
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
    private final Map<Service, Process> processes = new EnumMap<>(Service.class);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * Chooses ports and folders; nothing runs yet.
     *
     * @param name folder of the logs under {@code target/system-tests}
     * @param settings environment variables that all services get
     */
    SuiteProcesses(String name, Map<String, String> settings) throws IOException {
        this.logs = Files.createDirectories(Path.of("target", "system-tests", name));
        this.data = Files.createTempDirectory("mallard-" + name);
        this.settings = Map.copyOf(settings);
        List<Integer> free = FreePorts.find(2 * Service.values().length);
        for (Service service : Service.values()) {
            healthPorts.put(service, free.get(2 * service.ordinal()));
            ports.put(service, free.get(2 * service.ordinal() + 1));
        }
    }

    /** All three services, ready. */
    static SuiteProcesses started(String name, Map<String, String> settings) throws IOException {
        SuiteProcesses suite = new SuiteProcesses(name, settings);
        try {
            for (Service service : Service.values()) {
                suite.launch(service);
            }
            for (Service service : Service.values()) {
                suite.awaitReady(service);
            }
            return suite;
        } catch (RuntimeException | IOException failure) {
            suite.close();
            throw failure;
        }
    }

    /** Where clients connect to the gateway, or gateways to another service. */
    int portOf(Service service) {
        return ports.getOrDefault(service, 0);
    }

    /** Where a service answers about its health and metrics. */
    int managementPortOf(Service service) {
        return healthPorts.getOrDefault(service, 0);
    }

    GameClient connect() {
        return GameClient.connect("localhost", portOf(Service.GATEWAY), ANSWER_WITHIN);
    }

    /** Starts a service without waiting for it, as a user does: the script becomes the service. */
    void launch(Service service) throws IOException {
        requireJar(service);
        ProcessBuilder builder =
                new ProcessBuilder("bash", Launcher.SCRIPT.toString(), service.label());
        File log = logOf(service).toFile();
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MALLARD_RUN_DIR", logs.toAbsolutePath().toString());
        builder.environment().putAll(settings);
        builder.environment().putAll(ownSettings(service));
        processes.put(service, builder.start());
    }

    private Map<String, String> ownSettings(Service service) {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("MALLARD_DATA_DIR", data.toString());
        own.put("SERVER_PORT", String.valueOf(healthPorts.get(service)));
        if (service == Service.GATEWAY) {
            own.put("MALLARD_GATEWAY_CLIENT_PORT", String.valueOf(portOf(service)));
            own.put("MALLARD_GATEWAY_UPSTREAM_GROUPS_LOBBY_INSTANCES", address(Service.LOBBY));
            own.put("MALLARD_GATEWAY_UPSTREAM_GROUPS_GAME_INSTANCES", address(Service.GAME));
        } else {
            own.put("MALLARD_LINK_PORT", String.valueOf(portOf(service)));
        }
        return own;
    }

    private String address(Service service) {
        return "localhost:" + portOf(service);
    }

    private static void requireJar(Service service) {
        Path jar = Path.of("..", service.module(), "target", service.module() + "-exec.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("build the services first: there is no " + jar);
        }
    }

    /** Waits until a service says that it is ready; fails as soon as its process ends. */
    void awaitReady(Service service) {
        await(service.label() + " to be ready")
                .pollInterval(POLL)
                .atMost(READY_WITHIN)
                .until(
                        () -> {
                            requireAlive(service);
                            return status(service, "/actuator/health/readiness") == 200;
                        });
    }

    /** Waits until a service listens on the port that {@link #portOf} tells. */
    void awaitPort(Service service) {
        await(service.label() + " to listen")
                .pollInterval(Duration.ofMillis(10))
                .atMost(READY_WITHIN)
                .until(
                        () -> {
                            requireAlive(service);
                            return listens(portOf(service));
                        });
    }

    void start(Service service) throws IOException {
        launch(service);
        awaitReady(service);
    }

    /** Ends a service without giving it time for anything. */
    void kill(Service service) throws InterruptedException {
        end(service, true);
    }

    /** Asks a service to end, and waits until it has. */
    void stop(Service service) throws InterruptedException {
        end(service, false);
    }

    private void end(Service service, boolean forcibly) throws InterruptedException {
        Process process = processes.remove(service);
        if (process == null) {
            throw new IllegalStateException(service + " does not run");
        }
        if (forcibly) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(service + " does not end");
        }
    }

    /** The running process of a service. */
    ProcessHandle processOf(Service service) {
        Process process = processes.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " does not run");
        }
        return process.toHandle();
    }

    Path logOf(Service service) {
        return logs.resolve(service.label() + ".log");
    }

    /** The HTTP status of a page of a service's management port, 0 if there is no answer. */
    int status(Service service, String path) throws InterruptedException {
        URI uri = URI.create("http://localhost:" + healthPorts.get(service) + path);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
            return response.statusCode();
        } catch (IOException notThere) {
            return 0;
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private void requireAlive(Service service) {
        Process process = processes.get(service);
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(service + " has ended: " + lastLines(service));
        }
    }

    private String lastLines(Service service) {
        try {
            List<String> lines = Files.readAllLines(logOf(service));
            int from = Math.max(0, lines.size() - LOG_LINES_IN_FAILURE);
            return String.join(System.lineSeparator(), lines.subList(from, lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        processes.values().forEach(Process::destroyForcibly);
        processes.values().forEach(process -> process.onExit().join());
        processes.clear();
        FileSystemUtils.deleteRecursively(data);
    }
}
