package dev.mallard.lobby.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.lobby.LobbyApplication;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the match history does on a real database; run once per database. */
@SpringBootTest(
        classes = LobbyApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "mallard.link.port=0",
            "mallard.link.bind-address=127.0.0.1",
            // A busy machine is no outage.
            "mallard.lobby.store.max-wait=20s",
            "spring.datasource.hikari.connection-timeout=20000",
            "spring.datasource.hikari.data-source-properties.socketTimeout=20"
        })
abstract class MatchHistoryContract {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Autowired MatchHistory history;
    @Autowired PlayedMatchRepository matches;
    @Autowired JdbcTemplate jdbc;

    @BeforeEach
    void empty() {
        matches.deleteAll();
    }

    private static GameReport report(int gameId, Instant endedAt, String outcome) {
        return new GameReport(
                gameId, "game-1", List.of(gameId, 77), NOON.minusSeconds(60), endedAt, outcome, 2);
    }

    @Test
    void showsTheLatestFirstWithTheirPlayers() {
        for (int game = 1; game <= 5; game++) {
            history.record(report(game, NOON.plusSeconds(game), "CLEAR"));
        }

        List<PlayedMatch> latest = history.latest(3);

        assertThat(latest).extracting(PlayedMatch::gameId).containsExactly(5, 4, 3);
        assertThat(latest.getFirst().players()).containsExactlyInAnyOrder(5, 77);
        assertThat(latest.getFirst().endedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(latest.getFirst().startedAt()).isEqualTo(NOON.minusSeconds(60));
        assertThat(latest.getFirst().wavesSurvived()).isEqualTo(2);
    }

    @Test
    void hasNothingToShowAtFirst() {
        assertThat(history.latest(3)).isEmpty();
    }

    @Test
    void reportsThatComeAtOnceAreRecordedOnce() throws Exception {
        List<Future<?>> reports = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                String outcome = i % 2 == 0 ? "SERVER_LOST" : "CLEAR";
                reports.add(threads.submit(() -> history.record(report(1, NOON, outcome))));
            }
        }
        for (Future<?> done : reports) {
            done.get();
        }

        assertThat(history.latest(10)).hasSize(1);
        assertThat(history.latest(10).getFirst().outcome()).isEqualTo("CLEAR");
        assertThat(history.latest(10).getFirst().players()).containsExactlyInAnyOrder(1, 77);
    }

    @Test
    void aGameThatNeverBeganHasNoStart() {
        history.record(new GameReport(1, "game-1", List.of(), null, NOON, "GAME_OVER", 0));

        assertThat(history.latest(1).getFirst().startedAt()).isNull();
        assertThat(history.latest(1).getFirst().players()).isEmpty();
    }

    @Test
    void forgetsWhatIsOlderThanTheRetentionTime() {
        Instant now = Instant.now();
        history.record(report(1, now.minus(Duration.ofDays(91)), "CLEAR"));
        history.record(report(2, now.minus(Duration.ofDays(89)), "CLEAR"));

        history.forget();

        assertThat(history.latest(10)).extracting(PlayedMatch::gameId).containsExactly(2);
        assertThat(
                        jdbc.queryForList(
                                "select game_id from lobby.played_match_player", Integer.class))
                .containsOnly(2);
    }
}
