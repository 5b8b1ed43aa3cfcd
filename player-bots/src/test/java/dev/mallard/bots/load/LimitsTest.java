package dev.mallard.bots.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.load.measure.Kind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

class LimitsTest {

    private final LoadResult result = SampleResult.withErrors(Map.of("ROOM_FULL", 3L));

    @Test
    void noLimitsAreNeverBroken() {
        assertThat(Limits.NONE.brokenBy(result)).isEmpty();
    }

    @Test
    void whatIsKeptIsNotReported() {
        Limits limits =
                new Limits(
                        Duration.ofMillis(10),
                        Map.of(Kind.POSITION_SEEN, Duration.ofMillis(300)),
                        3L);
        assertThat(limits.brokenBy(result)).isEmpty();
    }

    @Test
    void everyBrokenLimitHasALine() {
        Limits limits =
                new Limits(
                        Duration.ofNanos(1_500_000),
                        Map.of(
                                Kind.POSITION_SEEN, Duration.ofMillis(100),
                                Kind.JOIN_ROOM, Duration.ofMillis(100)),
                        0L);
        assertThat(limits.brokenBy(result))
                .containsExactly(
                        "--max-p99 1.5 ms: it was 4.000 ms",
                        "--max-p99 join-room 100.0 ms: nothing was measured",
                        "--max-p99 position-seen 100.0 ms: it was 210.000 ms",
                        "--max-errors 0: there were 3 {ROOM_FULL=3}");
    }
}
