package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class HitClockTest {

    private final HitClock clock = new HitClock(Duration.ofNanos(300));

    @Test
    void hitsOfOneMonsterKeepTheirInterval() {
        assertThat(clock.strike(1, 1000)).isTrue();
        assertThat(clock.strike(1, 1299)).isFalse();
        assertThat(clock.strike(1, 1300)).isTrue();
        assertThat(clock.strike(1, 1599)).isFalse();
    }

    @Test
    void monstersHitIndependently() {
        assertThat(clock.strike(1, 1000)).isTrue();
        assertThat(clock.strike(2, 1000)).isTrue();
    }

    @Test
    void theClockMayOverflow() {
        assertThat(clock.strike(1, Long.MAX_VALUE - 100)).isTrue();
        assertThat(clock.strike(1, Long.MIN_VALUE + 100)).isFalse();
        assertThat(clock.strike(1, Long.MIN_VALUE + 300)).isTrue();
    }
}
