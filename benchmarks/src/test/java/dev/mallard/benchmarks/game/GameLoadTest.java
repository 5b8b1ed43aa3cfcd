package dev.mallard.benchmarks.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class GameLoadTest {

    @Test
    void hasDefaults() {
        GameLoad load = GameLoad.of();
        assertThat(load.games()).isEqualTo(2000);
        assertThat(load.players()).isEqualTo(4);
        assertThat(load.measured()).isEqualTo(Duration.ofSeconds(60));
        assertThat(load.javaOptions()).contains("-XX:+UseSerialGC");
    }

    @Test
    void takesOptions() {
        GameLoad load =
                GameLoad.of("--games=10", "--attack-every=0", "--java-options=-Xmx1g -Xss1m");
        assertThat(load.games()).isEqualTo(10);
        assertThat(load.attackEvery()).isZero();
        assertThat(load.javaOptions()).containsExactly("-Xmx1g", "-Xss1m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "games",
                "--games",
                "--games=many",
                "--games=0",
                "--repetitions=0",
                "--players=9",
                "--pond=1"
            })
    void refusesWhatItDoesNotKnow(String option) {
        assertThatIllegalArgumentException().isThrownBy(() -> GameLoad.of(option));
    }
}
