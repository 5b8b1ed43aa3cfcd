package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import jakarta.persistence.EntityManagerFactory;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What room lists cost with as many rooms as there may be. The system property {@code mallard.list.seconds}
 * makes the measurement longer.
 */
class RoomListLoadIntegrationTest {

    private static final Logger log = LoggerFactory.getLogger(RoomListLoadIntegrationTest.class);

    private static final int ROOMS = 10_000;
    private static final int USERS = 400;
    private static final int LISTS_PER_SECOND = 200;
    private static final int CHANGES_PER_SECOND = 50;
    private static final Duration LIST_INTERVAL = Duration.ofMillis(50);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED =
            Duration.ofSeconds(Integer.getInteger("mallard.list.seconds", 4));

    private static EmbeddedPostgres postgres;
    private static RunningLobby lobby;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        lobby =
                RunningLobby.sharing(
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "lobby-1",
                        "mallard.lobby.sweep-interval=1h",
                        "mallard.lobby.census-interval=1h",
                        "mallard.lobby.abandoned-interval=1h",
                        "mallard.lobby.presence.settle-time=1h",
                        "spring.jpa.properties.hibernate.generate_statistics=true",
                        "logging.level.org.hibernate.session.metrics=off");
        // Not the lobby's own connections, which give up after a second.
        JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
        jdbc.update(
                "insert into lobby.room (id, name, capacity, owner_id, state, member_count,"
                        + " created_at, state_since, version)"
                        + " select nextval('lobby.room_id'), 'Pond of user ' || i, 4, 100000 + i,"
                        + " 'WAIT', 2, now(), now(), 0 from generate_series(1, ?) i",
                ROOMS);
        for (int seat = 0; seat < 2; seat++) {
            jdbc.update(
                    "insert into lobby.room_member"
                            + " (user_id, room_id, nickname, seat, session_number)"
                            + " select owner_id + ?, id, 'user' || owner_id, ?, 1 from lobby.room",
                    seat * 100_000,
                    seat);
        }
        jdbc.execute("analyze");
    }

    @AfterAll
    static void stop() throws IOException {
        lobby.close();
        postgres.close();
    }

    private static Statistics statistics() {
        return lobby.bean(EntityManagerFactory.class).unwrap(SessionFactory.class).getStatistics();
    }

    private static Duration processTime() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getProcessCpuTime());
    }

    /** The lists alone, and rooms that change meanwhile: nothing else uses the database. */
    @Test
    void manyListsOfManyRoomsCostLittle() throws Exception {
        try (ListPollers pollers = new ListPollers(lobby.port(), USERS)) {
            pollers.poll(USERS, LISTS_PER_SECOND, WARM_UP);
            await().atMost(Duration.ofSeconds(60)).until(() -> pollers.unanswered() == 0);
            pollers.answers().clear();

            long statements = statistics().getPrepareStatementCount();
            long loaded = statistics().getEntityLoadCount();
            Duration own = pollers.cpuTime();
            Duration cpu = processTime();
            long start = System.nanoTime();
            int changed;
            try (Changes changes = new Changes()) {
                pollers.poll(USERS, LISTS_PER_SECOND, MEASURED);
                await().atMost(Duration.ofSeconds(60)).until(() -> pollers.unanswered() == 0);
                changed = changes.made();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            cpu = processTime().minus(cpu).minus(pollers.cpuTime().minus(own));
            statements = statistics().getPrepareStatementCount() - statements;
            loaded = statistics().getEntityLoadCount() - loaded;

            List<ListPollers.Answer> answers = List.copyOf(pollers.answers());
            List<Duration> times = answers.stream().map(ListPollers.Answer::took).sorted().toList();
            log.info(
                    "{} lists of {} bytes in {} ms: {} ms of processor time each, {} statements,"
                            + " {} entities loaded; took {} ms (median), {} ms (99 %)",
                    answers.size(),
                    answers.getLast().bytes(),
                    took.toMillis(),
                    cpu.toNanos() / 1e6 / answers.size(),
                    statements,
                    loaded,
                    times.get(times.size() / 2).toMillis(),
                    times.get(times.size() * 99 / 100).toMillis());
            // A user who asks again before the answer is there is counted once.
            assertThat(answers).hasSizeGreaterThan(LISTS_PER_SECOND);
            // One statement asks for all versions, one reads what has changed.
            assertThat(statements).isLessThanOrEqualTo(2 * (took.dividedBy(LIST_INTERVAL) + 1));
            // A changed room and its two members, not all the others.
            assertThat(loaded).isLessThanOrEqualTo(3L * (changed + 1));
        }
    }

    /** Changes a room again and again, as joining and leaving do. */
    private static final class Changes implements AutoCloseable {

        private final AtomicInteger made = new AtomicInteger();
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

        Changes() {
            JdbcTemplate jdbc = lobby.bean(JdbcTemplate.class);
            timer.scheduleAtFixedRate(
                    () ->
                            jdbc.update(
                                    "update lobby.room set version = version + 1 where id = ?",
                                    made.incrementAndGet()),
                    0,
                    1000 / CHANGES_PER_SECOND,
                    TimeUnit.MILLISECONDS);
        }

        int made() {
            return made.get();
        }

        @Override
        public void close() {
            timer.close();
        }
    }
}
