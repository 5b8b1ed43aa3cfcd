package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;

class TokenBucketTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final TokenBucket bucket = new TokenBucket(500, 1_000, 0);

    @Test
    void theBurstMayComeAtOnceAndNoMore() {
        assertThat(taken(2_000, 0)).isEqualTo(1_000);
    }

    @Test
    void whatWasTakenComesBackAtTheRate() {
        taken(1_000, 0);
        assertThat(taken(1_000, SECOND)).isEqualTo(500);
        assertThat(taken(1_000, SECOND + SECOND / 10)).isEqualTo(50);
    }

    @Test
    void theRateCanBeKeptUpForEver() {
        long step = SECOND / 500;
        for (int i = 1; i <= 100_000; i++) {
            assertThat(bucket.take(1, i * step)).as("packet %d", i).isTrue();
        }
    }

    @Test
    void silenceEarnsNoMoreThanTheBurst() {
        assertThat(taken(5_000, 3600 * SECOND)).isEqualTo(1_000);
    }

    @Test
    void whatIsRefusedCostsNothing() {
        assertThat(bucket.take(1_001, 0)).isFalse();
        assertThat(bucket.take(1_000, 0)).isTrue();
    }

    @Test
    void aPauseGrantsWhatCouldHaveComeMeanwhile() {
        bucket.fill(0);
        bucket.fillWithoutBound(4 * SECOND);
        assertThat(taken(10_000, 4 * SECOND)).isEqualTo(3_000);
        assertThat(taken(10_000, 5 * SECOND)).isEqualTo(500);
    }

    @Test
    void theSurplusOfAPauseDoesNotGrow() {
        bucket.fillWithoutBound(SECOND);
        assertThat(taken(10_000, 100 * SECOND)).isEqualTo(1_500);
    }

    @Test
    void timeThatRunsBackwardsTakesNothingAway() {
        TokenBucket later = new TokenBucket(500, 1_000, SECOND);
        assertThat(later.take(1_000, 0)).isTrue();
        assertThat(later.take(1, 0)).isFalse();
    }

    private int taken(int attempts, long nowNanos) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            if (bucket.take(1, nowNanos)) {
                taken++;
            }
        }
        return taken;
    }
}
