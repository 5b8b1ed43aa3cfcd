package dev.mallard.faults.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real PostgreSQL server, which can be stopped, frozen, and brought back with all that was in it. */
public final class Database implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final int ANSWER_WITHIN_SECONDS = 10;
    private static final int LOG_FILES_IN_STORE = 12;
    private static final String USER = "postgres";

    private final Path data;
    private final int port = FreePorts.find(1).getFirst();
    private @Nullable EmbeddedPostgres server;

    private Database(Path data) {
        this.data = data;
    }

    public static Database started() throws IOException {
        return startedIn(Files.createTempDirectory("mallard-postgres"));
    }

    /**
     * @param folder empty; deleted in the end
     */
    public static Database startedIn(Path folder) throws IOException {
        Database database = new Database(folder);
        database.start();
        return database;
    }

    /** What services need to use it, each with a schema of its own. */
    public Map<String, String> settings() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url(),
                "SPRING_DATASOURCE_USERNAME", USER,
                "SPRING_DATASOURCE_PASSWORD", USER);
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** Starts the server, with what was in it when it stopped. */
    public void start() throws IOException {
        server =
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setPGStartupWait(START_WITHIN)
                        .setServerConfig("max_wal_size", "96MB")
                        .setServerConfig("min_wal_size", "32MB")
                        .start();
    }

    /** Ends the server, and with it all connections. */
    public void stop() throws IOException {
        EmbeddedPostgres running = server;
        if (running != null) {
            server = null;
            running.close();
        }
    }

    /** Starts the server if it has ended by itself. */
    public void startIfEnded() throws IOException {
        if (process().isEmpty()) {
            stop();
            start();
        }
    }

    /** Connections stay, and new ones are taken, but nobody answers. */
    public void freeze() throws IOException, InterruptedException {
        Signals.freeze(process().orElseThrow());
    }

    public void thaw() throws IOException, InterruptedException {
        Signals.thaw(process().orElseThrow());
    }

    private Optional<ProcessHandle> process() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .filter(ProcessHandle::isAlive);
    }

    /**
     * Has the server begin new files of its log until it has used up those that it keeps in store, so that it needs
     * space now and not some time later.
     *
     * @return whether it had to ask for space that was not there
     */
    public boolean exhaustLog() {
        for (int file = 0; file < LOG_FILES_IN_STORE; file++) {
            try {
                execute("select pg_logical_emit_message(true, 'mallard', repeat('x', 1000))");
                execute("select pg_switch_wal()");
            } catch (SQLException noSpace) {
                return true;
            }
        }
        return false;
    }

    /** Runs a statement whatever it answers. */
    public void execute(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, USER);
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(ANSWER_WITHIN_SECONDS);
            statement.execute(command);
        }
    }

    /** The one number that a query answers. */
    public long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, USER);
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(ANSWER_WITHIN_SECONDS);
            try (ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The first column of all that a query answers, as text. */
    public List<String> column(String query) throws SQLException {
        List<String> column = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(), USER, USER);
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(ANSWER_WITHIN_SECONDS);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
            }
        }
        return column;
    }

    @Override
    public void close() throws IOException {
        stop();
        FileSystemUtils.deleteRecursively(data);
    }
}
