package dev.mallard.game.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.loop.Admission;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameOutcome;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;

class GameMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GameMetrics metrics = new GameMetrics(meters);

    private double count(String name, String... tags) {
        return meters.get(name).tags(tags).counter().count();
    }

    @Test
    void measuresTicks() {
        metrics.ticked(3_000_000, 500_000);
        metrics.ticked(-1, 100_000);
        metrics.tickLeftOut();
        assertThat(
                        meters.get("mallard.game.tick.lateness")
                                .timer()
                                .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(3);
        assertThat(
                        meters.get("mallard.game.tick.duration")
                                .timer()
                                .totalTime(TimeUnit.MICROSECONDS))
                .isEqualTo(600);
        assertThat(count("mallard.game.ticks.left.out")).isEqualTo(1);
    }

    @Test
    void countsByReason() {
        metrics.dropped(DropReason.TOO_FAST);
        metrics.dropped(DropReason.TOO_FAST);
        metrics.turnedAway(Admission.MAILBOX_FULL);
        metrics.ended(GameOutcome.CLEARED);
        assertThat(count("mallard.game.drops", "reason", "TOO_FAST")).isEqualTo(2);
        assertThat(count("mallard.game.drops", "reason", "NOT_IN_GAME")).isZero();
        assertThat(count("mallard.game.mailbox.turned.away", "reason", "MAILBOX_FULL"))
                .isEqualTo(1);
        assertThat(count("mallard.game.ended", "outcome", "CLEARED")).isEqualTo(1);
    }

    @Test
    void countsWhatHappensToGames() {
        metrics.created();
        metrics.refused();
        metrics.refused();
        metrics.failed();
        metrics.movedOutsideAllowance();
        assertThat(count("mallard.game.creations")).isEqualTo(1);
        assertThat(count("mallard.game.refused")).isEqualTo(2);
        assertThat(count("mallard.game.failures")).isEqualTo(1);
        assertThat(count("mallard.game.moves.outside.allowance")).isEqualTo(1);
    }
}
