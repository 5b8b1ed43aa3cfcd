package dev.mallard.lobby;

import dev.mallard.protocol.link.server.LinkServer;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole lobby on free ports, for tests that start and stop lobbies themselves. */
public final class RunningLobby implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningLobby(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A lobby on the default database in a folder. */
    public static RunningLobby on(Path folder, String... settings) {
        return start(List.of("MALLARD_DATA_DIR=" + folder), settings);
    }

    /** A lobby on a database of its own kind. */
    public static RunningLobby onDatabase(String url, String user, String... settings) {
        return start(
                List.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.password=" + user),
                settings);
    }

    /** A lobby on a shared database, for which a busy machine is no outage. */
    public static RunningLobby sharing(String url, String instance, String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "mallard.link.instance-id=" + instance,
                                "mallard.lobby.store.max-wait=20s",
                                "spring.datasource.hikari.connection-timeout=20000",
                                "spring.datasource.hikari.data-source-properties.socketTimeout=20"));
        all.addAll(List.of(settings));
        return onDatabase(url, "postgres", all.toArray(String[]::new));
    }

    /** Later settings replace earlier ones of the same name. */
    private static RunningLobby start(List<String> database, String... settings) {
        List<String> all = new ArrayList<>(database);
        all.add("mallard.link.port=0");
        all.add("mallard.link.bind-address=127.0.0.1");
        all.add("mallard.link.event-loops=1");
        all.add("mallard.link.lost-gateway-grace=100ms");
        all.add("mallard.lobby.sweep-interval=20ms");
        all.addAll(List.of(settings));
        Map<String, String> arguments = new LinkedHashMap<>();
        all.forEach(setting -> arguments.put(setting.substring(0, setting.indexOf('=')), setting));
        return new RunningLobby(
                new SpringApplicationBuilder(LobbyApplication.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                arguments.values().stream()
                                        .map(setting -> "--" + setting)
                                        .toArray(String[]::new)));
    }

    public int port() {
        return context.getBean(LinkServer.class).port();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Makes a room older than any lifetime. */
    public void age(int roomId) {
        context.getBean(JdbcTemplate.class)
                .update(
                        "update lobby.room set created_at = ? where id = ?",
                        OffsetDateTime.parse("2020-01-01T00:00:00Z"),
                        roomId);
    }

    @Override
    public void close() {
        context.close();
    }
}
