package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service of the suite as it runs in its image.
 *
 * @param name what it is called in the tables
 * @param jar its executable jar
 * @param options what its JVM gets on top
 * @param settings what is set by environment variables
 * @param port where it lets its clients in
 */
record SpringService(
        String name, Path jar, List<String> options, Map<String, String> settings, int port) {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Starts it, and waits until it is ready. */
    ServerProcess launch(Installation home) throws IOException, InterruptedException {
        int managementPort = Ports.free();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", Integer.toString(managementPort));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        List<String> command = new ArrayList<>(home.java());
        command.addAll(options);
        command.addAll(List.of("-jar", unpack(home).toString()));
        ServerProcess process =
                ServerProcess.start(name, command, environment, home.runDirectory(), port);
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI readiness =
                    URI.create(
                            "http://127.0.0.1:%d/actuator/health/readiness"
                                    .formatted(managementPort));
            HttpRequest request = HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
            Readiness.await(process, () -> isReady(http, request));
        }
        return process;
    }

    /** The jar with its class path beside it. */
    private Path unpack(Installation home) throws IOException, InterruptedException {
        Path directory = home.runDirectory().resolve("unpacked-" + name);
        Process tool =
                new ProcessBuilder(
                                home.tool("java"),
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                directory.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (tool.waitFor() != 0) {
            throw new IOException(jar + " cannot be unpacked into " + directory);
        }
        return directory.resolve(jar.getFileName());
    }

    private static boolean isReady(HttpClient http, HttpRequest readiness)
            throws InterruptedException {
        try {
            return http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
