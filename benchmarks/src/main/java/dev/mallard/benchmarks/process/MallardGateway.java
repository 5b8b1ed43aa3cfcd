package dev.mallard.benchmarks.process;

import dev.mallard.benchmarks.load.LoadServices;

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

/** Starts the gateway application as it is deployed; only limits that the load would hit are raised. */
final class MallardGateway {

    private static final int OK = 200;

    private MallardGateway() {}

    static ServerProcess launch(
            GatewayKind kind,
            Installation home,
            LoadServices services,
            Path jar,
            List<String> options)
            throws IOException, InterruptedException {
        int clientPort = Ports.free();
        int managementPort = Ports.free();
        List<String> command = new ArrayList<>(home.java());
        command.addAll(options);
        command.addAll(List.of("-jar", unpack(kind, home, jar).toString()));
        ServerProcess process =
                ServerProcess.start(
                        kind.label(),
                        command,
                        settings(services, clientPort, managementPort),
                        home.runDirectory(),
                        clientPort);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest readiness =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/actuator/health/readiness"
                                                    .formatted(managementPort)))
                            .timeout(Duration.ofSeconds(2))
                            .build();
            Readiness.await(process, () -> isReady(http, readiness));
        }
        return process;
    }

    /** The jar with its class path beside it, as in an image. */
    private static Path unpack(GatewayKind kind, Installation home, Path jar)
            throws IOException, InterruptedException {
        Path directory = home.runDirectory().resolve("unpacked-" + kind.label());
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

    private static Map<String, String> settings(
            LoadServices services, int clientPort, int managementPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SERVER_PORT", Integer.toString(managementPort));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("MALLARD_GATEWAY_CLIENT_PORT", Integer.toString(clientPort));
        settings.put("MALLARD_GATEWAY_CLIENT_BINDADDRESS", "127.0.0.1");
        settings.put(
                "MALLARD_GATEWAY_UPSTREAM_GROUPS_LOBBY_INSTANCES",
                "127.0.0.1:" + services.lobbyPort());
        settings.put(
                "MALLARD_GATEWAY_UPSTREAM_GROUPS_GAME_INSTANCES",
                "127.0.0.1:" + services.gamePort());
        // As many loops as the yardsticks have.
        settings.put("MALLARD_GATEWAY_CLIENT_EVENTLOOPS", "1");
        // All clients come from one address, and each sends as much as it can.
        settings.put("MALLARD_GATEWAY_CLIENT_CONNECTIONS_PERADDRESS", "1000000");
        settings.put("MALLARD_GATEWAY_CLIENT_RATE_PACKETS", "10000000");
        settings.put("MALLARD_GATEWAY_CLIENT_RATE_PACKETBURST", "10000000");
        settings.put("MALLARD_GATEWAY_CLIENT_RATE_BYTES", "1GB");
        settings.put("MALLARD_GATEWAY_CLIENT_RATE_BYTEBURST", "1GB");
        // A loaded machine may be too slow for the usual patience.
        settings.put("MALLARD_GATEWAY_UPSTREAM_SESSIONTIMEOUT", "60s");
        settings.put("MALLARD_GATEWAY_UPSTREAM_MISSEDHEARTBEATS", "30");
        settings.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "60000");
        // Logging in is not what is measured.
        settings.put("MALLARD_GATEWAY_ACCOUNTS_HASHING_MEMORY", "8KB");
        settings.put("MALLARD_GATEWAY_ACCOUNTS_HASHING_ITERATIONS", "1");
        settings.put(
                "SPRING_DATASOURCE_URL",
                "jdbc:h2:mem:accounts;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
        return settings;
    }
}
