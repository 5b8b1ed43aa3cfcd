package dev.mallard.benchmarks.game;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class TickFiguresTest {

    private static final String BEGINNING =
            """
            # TYPE mallard_game_tick_lateness_seconds histogram
            mallard_game_tick_lateness_seconds_bucket{application="g",le="0.005"} 100
            mallard_game_tick_lateness_seconds_bucket{application="g",le="0.02"} 100
            mallard_game_tick_lateness_seconds_bucket{application="g",le="+Inf"} 110
            mallard_game_tick_lateness_seconds_count{application="g"} 110
            mallard_game_tick_lateness_seconds_sum{application="g"} 1.0
            mallard_game_ticks_left_out_total{application="g"} 3.0
            """;

    private static String end(int early, int inTime, int leftOut) {
        return """
        mallard_game_tick_lateness_seconds_bucket{application="g",le="0.005"} %d
        mallard_game_tick_lateness_seconds_bucket{application="g",le="0.02"} %d
        mallard_game_tick_lateness_seconds_bucket{application="g",le="+Inf"} 1110
        mallard_game_tick_lateness_seconds_count{application="g"} 1110
        mallard_game_tick_lateness_seconds_sum{application="g"} 3.0
        mallard_game_ticks_left_out_total{application="g"} %d
        """
                .formatted(early, inTime, leftOut);
    }

    private static TickFigures figures(String after) {
        return new TickFigures(
                GameLoad.of("--games=20"),
                Scrape.parse(BEGINNING),
                Scrape.parse(after),
                new LinkDriver.Counts(4000, 1000, 4000, 1000, 0),
                Duration.ofSeconds(4),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                50_000,
                300_000_000);
    }

    @Test
    void countsWhatHappenedBetweenBeginningAndEnd() {
        TickFigures figures = figures(end(700, 1095, 3));
        assertThat(figures.values())
                .containsEntry("ticksPerSecond", 100.0)
                .containsEntry("latenessMeanMillis", 2.0)
                .containsEntry("latenessP50MillisAtMost", 5.0)
                .containsEntry("latenessP99MillisAtMost", 20.0)
                .containsEntry("percentWithin20Millis", 99.5)
                .containsEntry("ticksLeftOut", 0.0)
                .containsEntry("serviceCores", 0.4)
                .containsEntry("positionsPerGameAndSecond", 5.0);
        assertThat(figures.good()).isTrue();
        assertThat(figures.table()).contains("percentWithin20Millis");
        assertThat(figures.json()).contains("\"percentWithin20Millis\": 99.5").endsWith("}\n");
    }

    @Test
    void isNotGoodWhenTicksAreLateOrLeftOut() {
        assertThat(figures(end(700, 1089, 3)).good()).isFalse();
        assertThat(figures(end(700, 1095, 4)).good()).isFalse();
    }
}
