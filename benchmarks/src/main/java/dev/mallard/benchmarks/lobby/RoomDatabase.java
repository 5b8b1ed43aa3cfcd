package dev.mallard.benchmarks.lobby;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL for the time of a benchmark, which counts its statements. */
public final class RoomDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;

    private RoomDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    public static RoomDatabase start() throws IOException, SQLException {
        RoomDatabase database =
                new RoomDatabase(
                        EmbeddedPostgres.builder()
                                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                                // Begin and commit are no statements here.
                                .setServerConfig("pg_stat_statements.track_utility", "off")
                                .start());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension pg_stat_statements");
        }
        return database;
    }

    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** Statements that have been executed so far. */
    public long statements() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select sum(calls) from pg_stat_statements")) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
