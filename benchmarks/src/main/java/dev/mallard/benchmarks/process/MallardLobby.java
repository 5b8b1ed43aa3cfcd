package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the lobby application as it is deployed, on a given database. */
public final class MallardLobby {

    /** How many connections to the database it may have. */
    public static final int CONNECTIONS = 10;

    /** Seconds that an answer of the database may take: more than usual, for a machine that is loaded. */
    private static final List<String> PATIENCE =
            List.of("-Dspring.datasource.hikari.data-source-properties.socketTimeout=20");

    private MallardLobby() {}

    /**
     * @param jdbcUrl the database, which lets the user {@code postgres} in
     * @param secret what gateways have to know
     */
    public static ServerProcess launch(Installation home, String jdbcUrl, String secret)
            throws IOException, InterruptedException {
        int port = Ports.free();
        Map<String, String> settings = new HashMap<>();
        settings.put("MALLARD_LINK_PORT", Integer.toString(port));
        settings.put("MALLARD_LINK_BINDADDRESS", "127.0.0.1");
        settings.put("MALLARD_LINK_SECRET", secret);
        settings.put("SPRING_DATASOURCE_URL", jdbcUrl);
        settings.put("SPRING_DATASOURCE_USERNAME", "postgres");
        settings.put("SPRING_DATASOURCE_PASSWORD", "postgres");
        settings.put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", Integer.toString(CONNECTIONS));
        settings.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "20000");
        settings.put("MALLARD_LOBBY_STORE_MAXWAIT", "20s");
        return new SpringService("lobby", home.jar("lobby-service"), PATIENCE, settings, port)
                .launch(home);
    }
}
