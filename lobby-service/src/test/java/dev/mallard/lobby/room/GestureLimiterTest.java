package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GestureLimiterTest {

    private static final long SECOND = 1_000_000_000L;

    private final GestureLimiter limiter = new GestureLimiter(10, 20, 3);

    private int gestures(int userId, int wanted, long now) {
        int allowed = 0;
        for (int i = 0; i < wanted; i++) {
            allowed += limiter.tryGesture(userId, now) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void allowsABurstThenASteadyRate() {
        long start = -5 * SECOND;
        assertThat(gestures(1, 100, start)).isEqualTo(20);
        assertThat(gestures(1, 100, start + SECOND / 20)).isZero();
        assertThat(gestures(1, 100, start + SECOND)).isEqualTo(10);
        assertThat(gestures(1, 100, start + 3600 * SECOND)).isEqualTo(20);
    }

    @Test
    void countsEachUserAlone() {
        assertThat(gestures(1, 100, 0)).isEqualTo(20);
        assertThat(gestures(2, 100, 0)).isEqualTo(20);
    }

    @Test
    void remembersABoundedNumberOfUsers() {
        for (int user = 1; user <= 1000; user++) {
            gestures(user, 100, 0);
        }
        assertThat(limiter.size()).isEqualTo(3);
        assertThat(gestures(1000, 100, 0)).isZero();
        assertThat(gestures(1, 100, 0)).isEqualTo(20);
    }
}
