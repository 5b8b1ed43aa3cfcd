package dev.mallard.bots.load.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class BackOffTest {

    private static final long MILLI = 1_000_000;
    private static final int ATTEMPTS = 12;

    private final BackOff backOff = new BackOff(new SplittableRandom(1), ATTEMPTS);

    @Test
    void waitsTwiceAsLongEachTimeUpToABound() {
        assertThat(backOff.nextNanos()).isBetween(125 * MILLI, 250 * MILLI);
        assertThat(backOff.nextNanos()).isBetween(250 * MILLI, 500 * MILLI);
        assertThat(backOff.nextNanos()).isBetween(500 * MILLI, 1000 * MILLI);
        for (int i = 0; i < 5; i++) {
            assertThat(backOff.nextNanos()).isLessThanOrEqualTo(5000 * MILLI);
        }
    }

    @Test
    void givesUpAfterManyFailuresInARow() {
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThat(backOff.exhausted()).isFalse();
            backOff.nextNanos();
        }
        assertThat(backOff.exhausted()).isTrue();
        backOff.succeeded();
        assertThat(backOff.exhausted()).isFalse();
        assertThat(backOff.nextNanos()).isLessThanOrEqualTo(250 * MILLI);
    }

    @Test
    void waitsForABusyServerWithoutGivingUp() {
        for (int i = 0; i < 2 * ATTEMPTS; i++) {
            assertThat(backOff.busyNanos()).isLessThanOrEqualTo(5000 * MILLI);
        }
        assertThat(backOff.exhausted()).isFalse();
        assertThat(backOff.nextNanos()).isGreaterThanOrEqualTo(2500 * MILLI);
    }
}
