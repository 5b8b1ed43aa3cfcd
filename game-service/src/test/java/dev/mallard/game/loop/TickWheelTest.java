package dev.mallard.game.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class TickWheelTest {

    private static final long START = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final long INTERVAL = 200 * MILLI;

    private final TickWheel wheel = new TickWheel(Duration.ofMillis(200), START);
    private final List<Long> due = new ArrayList<>();

    private void turnTo(long nanos, long stepNanos) {
        for (long now = START; now <= nanos; now += stepNanos) {
            wheel.advance(now);
        }
    }

    @Test
    void ticksOncePerInterval() {
        wheel.add(due::add);
        turnTo(START + 10 * INTERVAL - 1, MILLI);
        assertThat(due).hasSize(10);
        for (int i = 1; i < due.size(); i++) {
            assertThat(due.get(i) - due.get(i - 1)).isEqualTo(INTERVAL);
        }
    }

    @Test
    void doesNotDriftHoweverIrregularlyItIsTurned() {
        wheel.add(due::add);
        turnTo(START + 1000 * INTERVAL - 1, 7 * MILLI + 13);
        assertThat(due).hasSize(1000);
        assertThat(due.getLast() - due.getFirst()).isEqualTo(999 * INTERVAL);
    }

    @Test
    void saysWhenTheTickWasDueEvenIfItIsLate() {
        wheel.add(due::add);
        wheel.advance(START + 150 * MILLI);
        assertThat(due).containsExactly(START);
        wheel.advance(START + 399 * MILLI);
        assertThat(due).containsExactly(START, START + INTERVAL);
    }

    @Test
    void leavesOutRoundsThatWereMissedAsAWhole() {
        wheel.add(due::add);
        wheel.advance(START);
        wheel.advance(START + 50 * INTERVAL);
        assertThat(due).containsExactly(START, START + 50 * INTERVAL);
        wheel.advance(START + 51 * INTERVAL - 1);
        assertThat(due).hasSize(2);
        wheel.advance(START + 51 * INTERVAL);
        assertThat(due).hasSize(3);
    }

    @Test
    void saysWhenItHasToBeTurnedAgain() {
        long next = wheel.advance(START + 3 * MILLI);
        assertThat(next).isEqualTo(START + 10 * MILLI).isEqualTo(wheel.nextDueNanos());
        assertThat(wheel.advance(next)).isEqualTo(START + 20 * MILLI);
    }

    @Test
    void spreadsTheTicksOverTheInterval() {
        for (int game = 0; game < 40; game++) {
            wheel.add(due::add);
        }
        turnTo(START + INTERVAL - 1, MILLI);
        Set<Long> moments = new HashSet<>(due);
        assertThat(due).hasSize(40);
        assertThat(moments).hasSize(20);
    }

    @Test
    void ticksNoMoreForWhatWasRemoved() {
        Ticking ticking = due::add;
        wheel.add(ticking);
        wheel.advance(START + INTERVAL - 1);
        wheel.remove(ticking);
        turnTo(START + 3 * INTERVAL, MILLI);
        assertThat(due).hasSize(1);
        assertThat(wheel.size()).isZero();
    }

    @Test
    void ticksOnceForWhatWasAddedTwice() {
        Ticking ticking = due::add;
        wheel.add(ticking);
        wheel.add(ticking);
        wheel.advance(START + INTERVAL - 1);
        assertThat(due).hasSize(1);
    }

    @Test
    void fillsTheGapsThatOthersHaveLeft() {
        List<Ticking> all = new ArrayList<>();
        for (int game = 0; game < 20; game++) {
            Ticking ticking = due::add;
            all.add(ticking);
            wheel.add(ticking);
        }
        wheel.remove(all.get(7));
        wheel.add(due::add);
        turnTo(START + INTERVAL - 1, MILLI);
        assertThat(new HashSet<>(due)).hasSize(20);
    }

    @Test
    void goesOnAfterAListenerThatThrows() {
        wheel.add(
                dueNanos -> {
                    throw new IllegalStateException("no tick, please");
                });
        assertThatThrownBy(() -> wheel.advance(START)).hasMessage("no tick, please");
        wheel.add(due::add);
        turnTo(START + INTERVAL - 1, MILLI);
        assertThat(due).hasSize(1);
    }

    @Test
    void refusesAnIntervalThatIsTooShort() {
        assertThatThrownBy(() -> new TickWheel(Duration.ofMillis(19), START))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
