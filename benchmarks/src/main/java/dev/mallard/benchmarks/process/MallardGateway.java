package dev.mallard.benchmarks.process;

import dev.mallard.benchmarks.load.LoadServices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the gateway application as it is deployed; only limits that the load would hit are raised. */
final class MallardGateway {

    private MallardGateway() {}

    static ServerProcess launch(
            GatewayKind kind,
            Installation home,
            LoadServices services,
            Path jar,
            List<String> options)
            throws IOException, InterruptedException {
        int clientPort = Ports.free();
        return new SpringService(
                        kind.label(), jar, options, settings(services, clientPort), clientPort)
                .launch(home);
    }

    private static Map<String, String> settings(LoadServices services, int clientPort) {
        Map<String, String> settings = new HashMap<>();
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
