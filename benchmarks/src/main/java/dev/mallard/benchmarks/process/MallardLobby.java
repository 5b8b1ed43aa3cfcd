package dev.mallard.benchmarks.process;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the lobby application as it is deployed, on a given database. */
public final class MallardLobby {

    /** How many connections to the database it may have. */
    public static final int CONNECTIONS = 10;

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
        // A loaded machine may be too slow for the usual patience.
        settings.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "20000");
        settings.put("MALLARD_LOBBY_STORE_MAXWAIT", "20s");
        return new SpringService("lobby", home.jar("lobby-service"), List.of(), settings, port)
                .launch(home);
    }
}
