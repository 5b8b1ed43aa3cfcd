package dev.mallard.game.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(30)
class TickThreadTest {

    private static final Duration INTERVAL = Duration.ofMillis(20);

    @Test
    void turnsTheWheel() throws InterruptedException {
        long start = System.nanoTime();
        TickWheel wheel = new TickWheel(INTERVAL, start);
        CountDownLatch ticks = new CountDownLatch(5);
        wheel.add(due -> ticks.countDown());
        try (TickThread thread = new TickThread(wheel, System::nanoTime)) {
            assertThat(ticks.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(System.nanoTime() - start)
                    .isGreaterThanOrEqualTo(INTERVAL.multipliedBy(4).toNanos());
            assertThat(thread.behindNanos()).isNotNegative();
        }
    }

    @Test
    void survivesATickThatThrows() throws InterruptedException {
        TickWheel wheel = new TickWheel(INTERVAL, System.nanoTime());
        CountDownLatch ticks = new CountDownLatch(5);
        wheel.add(
                due -> {
                    ticks.countDown();
                    throw new IllegalStateException("no tick, please");
                });
        try (TickThread thread = new TickThread(wheel, System::nanoTime)) {
            assertThat(ticks.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(thread.behindNanos()).isNotNegative();
        }
    }

    @Test
    void saysHowFarItIsBehindWhenItHasStopped() {
        AtomicInteger nanos = new AtomicInteger();
        TickWheel wheel = new TickWheel(INTERVAL, 0);
        TickThread thread = new TickThread(wheel, nanos::get);
        thread.close();
        nanos.set(1_500_000_000);
        assertThat(thread.behindNanos()).isGreaterThan(1_000_000_000);
    }
}
