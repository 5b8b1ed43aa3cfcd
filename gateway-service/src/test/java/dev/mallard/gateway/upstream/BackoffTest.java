package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

class BackoffTest {

    private static final UpstreamProperties.Retry TIMES =
            new UpstreamProperties.Retry(
                    Duration.ofMillis(250),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(10));

    /** Takes nothing off the waiting times. */
    private static final RandomGenerator NO_JITTER =
            new Random(1) {
                private static final long serialVersionUID = 1L;

                @Override
                public long nextLong(long bound) {
                    return 0;
                }
            };

    private final Backoff backoff = new Backoff(TIMES, NO_JITTER, 0);

    @Test
    void waitingTimesDoubleUpToTheLongest() {
        long[] expected = {250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000};
        for (long millis : expected) {
            assertThat(backoff.afterFailure(false, 0)).isEqualTo(Duration.ofMillis(millis));
        }
    }

    @Test
    void aServiceThatIsBeingRestartedIsNotWaitedForLong() {
        long[] expected = {250, 500, 1000, 1000, 1000, 1000, 1000};
        for (long millis : expected) {
            assertThat(backoff.afterFailure(true, 0)).isEqualTo(Duration.ofMillis(millis));
        }
    }

    @Test
    void eagernessEnds() {
        for (int i = 0; i < 10; i++) {
            backoff.afterFailure(true, 0);
        }
        long later = Duration.ofMinutes(10).toNanos();
        assertThat(backoff.afterFailure(true, later - 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.afterFailure(true, later)).isEqualTo(Duration.ofSeconds(10));
        backoff.reset(later);
        assertThat(backoff.afterFailure(true, later)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aRefusalIsNotRepeatedSoon() {
        assertThat(backoff.afterRefusal()).isEqualTo(Duration.ofSeconds(10));
        assertThat(backoff.afterFailure(true, 0)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void theRandomPartIsUpToAHalf() {
        Backoff random = new Backoff(TIMES, new Random(1), 0);
        for (int i = 0; i < 1000; i++) {
            assertThat(random.afterRefusal())
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        }
    }

    @Test
    void theTimesHaveToBeInOrder() {
        Duration second = Duration.ofSeconds(1);
        Duration minute = Duration.ofMinutes(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpstreamProperties.Retry(minute, minute, second, minute));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpstreamProperties.Retry(second, second, minute, minute));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new UpstreamProperties.Retry(Duration.ZERO, minute, second, minute));
    }
}
