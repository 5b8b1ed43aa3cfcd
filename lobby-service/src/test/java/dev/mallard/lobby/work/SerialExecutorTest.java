package dev.mallard.lobby.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class SerialExecutorTest {

    private final SerialExecutor executor = new SerialExecutor(4, 10, Duration.ofSeconds(5));
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void stop() {
        gate.countDown();
        executor.close();
    }

    private void waitAtTheGate() {
        try {
            assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void keepsTheOrderOfEachKeyAndRunsOneAtATime() throws Exception {
        SerialExecutor large = new SerialExecutor(10_000, 100_000, Duration.ofSeconds(5));
        List<List<Integer>> seen = new ArrayList<>();
        AtomicInteger[] running = new AtomicInteger[10];
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(10 * 1000);
        for (int key = 0; key < 10; key++) {
            seen.add(Collections.synchronizedList(new ArrayList<>()));
            running[key] = new AtomicInteger();
        }
        for (int i = 0; i < 1000; i++) {
            for (int key = 0; key < 10; key++) {
                int k = key;
                int n = i;
                assertThat(
                                large.tryExecute(
                                        key,
                                        () -> {
                                            if (running[k].incrementAndGet() > 1) {
                                                overlaps.incrementAndGet();
                                            }
                                            seen.get(k).add(n);
                                            running[k].decrementAndGet();
                                            done.countDown();
                                        }))
                        .isTrue();
            }
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps.get()).isZero();
        List<Integer> expected = IntStream.range(0, 1000).boxed().toList();
        assertThat(seen).allSatisfy(order -> assertThat(order).isEqualTo(expected));
        await().until(() -> large.size() == 0);
        large.close();
    }

    @Test
    void keysDoNotWaitForEachOther() throws Exception {
        CountDownLatch other = new CountDownLatch(1);
        executor.tryExecute(1, this::waitAtTheGate);

        executor.tryExecute(2, other::countDown);

        assertThat(other.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesAtTheBoundOfAKey() {
        for (int i = 0; i < 4; i++) {
            assertThat(executor.tryExecute(1, this::waitAtTheGate)).isTrue();
        }
        assertThat(executor.tryExecute(1, this::waitAtTheGate)).isFalse();
        assertThat(executor.tryExecute(2, this::waitAtTheGate)).isTrue();
        gate.countDown();
        await().until(() -> executor.tryExecute(1, () -> {}));
    }

    @Test
    void refusesAtTheBoundInTotalAndRecovers() {
        for (int key = 0; key < 10; key++) {
            assertThat(executor.tryExecute(key, this::waitAtTheGate)).isTrue();
        }
        assertThat(executor.tryExecute(99, this::waitAtTheGate)).isFalse();
        assertThat(executor.size()).isEqualTo(10);
        gate.countDown();
        await().until(() -> executor.size() == 0);
        assertThat(executor.tryExecute(99, () -> {})).isTrue();
    }

    @Test
    void whatMustNotBeLostIsTakenAboveTheBoundsInOrder() throws Exception {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch last = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            executor.tryExecute(1, this::waitAtTheGate);
        }
        for (int i = 0; i < 100; i++) {
            int n = i;
            executor.execute(1, () -> order.add(n));
        }
        executor.execute(1, last::countDown);
        assertThat(executor.tryExecute(2, () -> {})).isTrue();

        gate.countDown();

        assertThat(last.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(order).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aTaskThatFailsDoesNotStopTheNext() throws Exception {
        CountDownLatch next = new CountDownLatch(2);
        executor.tryExecute(
                1,
                () -> {
                    throw new IllegalStateException("expected by the test");
                });
        executor.tryExecute(
                1,
                () -> {
                    throw new AssertionError("expected by the test");
                });
        executor.tryExecute(1, next::countDown);
        executor.tryExecute(1, next::countDown);

        assertThat(next.await(5, TimeUnit.SECONDS)).isTrue();
        await().until(() -> executor.size() == 0);
    }

    @Test
    void finishesWhatItHasTakenBeforeItEnds() {
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            executor.tryExecute(1, done::incrementAndGet);
        }

        executor.close();

        assertThat(done.get()).isEqualTo(4);
        assertThat(executor.tryExecute(1, done::incrementAndGet)).isFalse();
        executor.execute(2, done::incrementAndGet);
        assertThat(done.get()).isEqualTo(4);
        assertThat(executor.size()).isZero();
    }

    @Test
    void doesNotWaitForeverAtItsEnd() {
        SerialExecutor hasty = new SerialExecutor(4, 10, Duration.ofMillis(20));
        CountDownLatch interrupted = new CountDownLatch(1);
        hasty.tryExecute(
                1,
                () -> {
                    try {
                        gate.await();
                    } catch (InterruptedException expected) {
                        interrupted.countDown();
                    }
                });

        hasty.close();

        await().until(() -> interrupted.getCount() == 0);
    }
}
