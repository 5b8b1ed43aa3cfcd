package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.lobby.match.PlayedMatchRepository;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Rooms on PostgreSQL, with nothing but its address and user configured. */
@DirtiesContext
@Import(PostgresRoomStoreIntegrationTest.Listening.class)
class PostgresRoomStoreIntegrationTest extends RoomStoreContract {

    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
    }

    /** Remembers what is sent to the database. Imported, so that no other context finds it. */
    static class Listening {

        @Bean
        Set<String> statements() {
            return ConcurrentHashMap.newKeySet();
        }

        @Bean
        HibernatePropertiesCustomizer statementListener(Set<String> statements) {
            StatementInspector listener =
                    sql -> {
                        statements.add(sql);
                        return sql;
                    };
            return properties ->
                    properties.put("hibernate.session_factory.statement_inspector", listener);
        }
    }

    @Autowired Set<String> statements;
    @Autowired PlayedMatchRepository matches;
    @Autowired RoomExpiry expiry;

    @Test
    void everyQueryFindsItsRowsThroughAnIndex() {
        statements.clear();
        useEverything();
        assertThat(statements).hasSizeGreaterThan(20);

        Map<String, List<String>> plans =
                statements.stream().collect(Collectors.toMap(sql -> sql, this::plan));

        assertThat(plans)
                .allSatisfy(
                        (sql, plan) ->
                                assertThat(plan)
                                        .as(sql)
                                        .noneMatch(line -> line.contains("Seq Scan")));
    }

    private void useEverything() {
        int room = create(1, 4).id();
        rooms.join(room, player(2));
        rooms.roomOf(2);
        lists.read();
        rooms.leave(room, 2);
        rooms.disconnect(room, 1, 1);
        int other = create(3, 4).id();
        prepare(other);
        expiry.sweep();
        repository.findWhereabouts(List.of(1, 2, 3));
        repository.findCompanyInWaitingRoom(1);
        repository.findInStateSinceBefore(RoomState.PREPARE, Instant.now(), Limit.of(10));
        repository.findMembers(List.of(RoomState.WAIT, RoomState.PREPARE));
        repository.findAllWithMembers(repository.findNewestIds(Limit.of(10)));
        repository.countByState();
        matches.findAllWithPlayers(matches.findLatestIds(Limit.of(10)));
        store.write("test", () -> matches.deleteEndedBefore(Instant.EPOCH));
    }

    /** What the database would do if looking at every row were the last resort. */
    private List<String> plan(String sql) {
        String[] parts = sql.split("\\?", -1);
        StringBuilder numbered = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            numbered.append('$').append(i).append(parts[i]);
        }
        String values =
                parts.length == 1
                        ? ""
                        : "("
                                + String.join(",", Collections.nCopies(parts.length - 1, "null"))
                                + ")";
        return Objects.requireNonNull(
                jdbc.execute(
                        (StatementCallback<List<String>>)
                                statement -> {
                                    statement.execute("set enable_seqscan = off");
                                    statement.execute("set plan_cache_mode = force_generic_plan");
                                    statement.execute("prepare looked_at as " + numbered);
                                    List<String> lines = new ArrayList<>();
                                    try (ResultSet rows =
                                            statement.executeQuery(
                                                    "explain execute looked_at" + values)) {
                                        while (rows.next()) {
                                            lines.add(rows.getString(1));
                                        }
                                    } finally {
                                        statement.execute("deallocate looked_at");
                                        statement.execute("reset enable_seqscan");
                                        statement.execute("reset plan_cache_mode");
                                    }
                                    return lines;
                                }));
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }
}
