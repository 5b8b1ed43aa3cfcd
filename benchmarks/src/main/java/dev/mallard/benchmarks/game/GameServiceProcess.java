package dev.mallard.benchmarks.game;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The game service alone, as a process of its own on the loopback interface. */
final class GameServiceProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int linkPort;
    private final int httpPort;

    private GameServiceProcess(Process process, int linkPort, int httpPort) {
        this.process = process;
        this.linkPort = linkPort;
        this.httpPort = httpPort;
    }

    /** Starts the service and waits until it is ready. Its log goes to a file beside the figures. */
    static GameServiceProcess start(GameLoad load) throws IOException, InterruptedException {
        if (!Files.isRegularFile(load.jar())) {
            throw new IOException("there is no " + load.jar() + ": build the services first");
        }
        int linkPort = freePort();
        int httpPort = freePort();
        List<String> command = new ArrayList<>();
        command.add(tool("java"));
        command.addAll(load.javaOptions());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-jar", load.jar().toString()));
        command.add("--server.port=" + httpPort);
        command.add("--server.address=127.0.0.1");
        command.add("--mallard.link.port=" + linkPort);
        command.add("--mallard.link.bind-address=127.0.0.1");
        command.add("--mallard.link.secret=" + LinkDriver.SECRET);
        command.add("--mallard.game.max-games=" + load.games());
        command.add("--mallard.game.rules.timing.day=" + load.day().toSeconds() + "s");
        command.add("--mallard.game.rules.timing.preparation=10m");
        if (!load.redis().isEmpty()) {
            command.add("--mallard.game.takeover.redis-uri=" + load.redis());
            command.add("--mallard.game.takeover.hand-over-timeout=0s");
        }
        File log = Path.of(load.json() + ".log").toFile();
        Process process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        GameServiceProcess service = new GameServiceProcess(process, linkPort, httpPort);
        service.awaitReady(log);
        return service;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private void awaitReady(File log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (true) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the service has ended, see " + log);
            }
            try {
                if (get("/actuator/health/readiness").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (System.nanoTime() > deadline) {
                    close();
                    throw new IOException("the service is not ready, see " + log, notYet);
                }
            }
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + httpPort + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    int linkPort() {
        return linkPort;
    }

    /** The service's own figures at this moment. */
    Scrape scrape() throws IOException, InterruptedException {
        return Scrape.parse(get("/actuator/prometheus").body());
    }

    /** CPU time of the process so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory of the process in real use, bytes; 0 where the system does not tell. */
    long residentBytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** Bytes of the heap that live objects take, after a full collection. */
    long liveHeapBytes() throws IOException, InterruptedException {
        Process collection =
                new ProcessBuilder(tool("jcmd"), String.valueOf(process.pid()), "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (collection.waitFor() != 0) {
            throw new IOException("jcmd could not collect the service's garbage");
        }
        return (long) scrape().sum("jvm_memory_used_bytes", "area=\"heap\"");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
