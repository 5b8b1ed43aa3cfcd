package dev.mallard.game.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void aBurstAndThenTheRate() {
        RateLimit limit = new RateLimit();
        int taken = 0;
        for (int attempt = 0; attempt < 100; attempt++) {
            taken += limit.tryTake(1_000_000, 10, 20) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(20);
        assertThat(limit.tryTake(1_000_099, 10, 20)).isFalse();
        assertThat(limit.tryTake(1_000_100, 10, 20)).isTrue();
        assertThat(limit.tryTake(1_000_100, 10, 20)).isFalse();
    }

    @Test
    void theExactRateIsNeverRefused() {
        RateLimit limit = new RateLimit();
        for (long now = 0; now < 600_000; now += 100) {
            assertThat(limit.tryTake(now, 10, 1)).as("at %d", now).isTrue();
        }
    }

    @Test
    void refusedAttemptsDoNotCount() {
        RateLimit limit = new RateLimit();
        for (int attempt = 0; attempt < 10_000; attempt++) {
            limit.tryTake(0, 5, 5);
        }
        assertThat(limit.tryTake(200, 5, 5)).isTrue();
    }

    @Test
    void aClockMayBeBelowZero() {
        RateLimit limit = new RateLimit();
        assertThat(limit.tryTake(-1_000_000, 1, 1)).isTrue();
        assertThat(limit.tryTake(-999_001, 1, 1)).isFalse();
        assertThat(limit.tryTake(-999_000, 1, 1)).isTrue();
    }

    @Test
    void aLimitGoesOnWhereItWasLeft() {
        RateLimit limit = new RateLimit();
        assertThat(limit.tryTake(0, 1, 2)).isTrue();
        assertThat(limit.tryTake(0, 1, 2)).isTrue();
        RateLimit copy = new RateLimit(limit.level(), limit.lastMillis());
        assertThat(copy.tryTake(999, 1, 2)).isFalse();
        assertThat(copy.tryTake(1000, 1, 2)).isTrue();
    }

    @Test
    void aWindowSlides() {
        RecentTimes times = new RecentTimes();
        assertThat(times.tryAdd(0, 2, 1000)).isTrue();
        assertThat(times.tryAdd(900, 2, 1000)).isTrue();
        assertThat(times.tryAdd(999, 2, 1000)).isFalse();
        assertThat(times.tryAdd(1000, 2, 1000)).isTrue();
        assertThat(times.tryAdd(1899, 2, 1000)).isFalse();
        assertThat(times.tryAdd(1900, 2, 1000)).isTrue();
    }
}
