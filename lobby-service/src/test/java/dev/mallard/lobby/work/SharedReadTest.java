package dev.mallard.lobby.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class SharedReadTest {

    private final List<List<Integer>> rounds = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstRuns = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    private int read(List<Integer> questions) {
        rounds.add(questions);
        if (rounds.size() == 1) {
            firstRuns.countDown();
            try {
                assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
        return rounds.size();
    }

    @Test
    void whoComesDuringAReadSharesTheNext() throws Exception {
        SharedRead<Integer, Integer> reading = new SharedRead<>(this::read);
        AtomicInteger asking = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> reading.ask(0));
            assertThat(firstRuns.await(5, TimeUnit.SECONDS)).isTrue();
            List<Future<Integer>> others = new ArrayList<>();
            for (int i = 1; i <= 50; i++) {
                int n = i;
                others.add(
                        threads.submit(
                                () -> {
                                    asking.incrementAndGet();
                                    return reading.ask(n);
                                }));
            }
            await().until(() -> asking.get() == 50);
            gate.countDown();

            assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(1);
            for (Future<Integer> other : others) {
                assertThat(other.get(5, TimeUnit.SECONDS)).isGreaterThan(1);
            }
        }
        assertThat(rounds.getFirst()).containsExactly(0);
        assertThat(rounds.stream().mapToInt(List::size).sum()).isEqualTo(51);
        assertThat(rounds).hasSizeLessThan(51);
    }

    @Test
    void asksAgainForEachWhoComesLater() {
        AtomicInteger reads = new AtomicInteger();
        SharedRead<Integer, Integer> reading =
                new SharedRead<>(questions -> reads.incrementAndGet());

        assertThat(reading.ask(1)).isEqualTo(1);
        assertThat(reading.ask(1)).isEqualTo(2);
    }

    @Test
    void failuresDoNotReachWhoAsksLater() {
        AtomicInteger reads = new AtomicInteger();
        SharedRead<Integer, String> reading =
                new SharedRead<>(
                        questions -> {
                            if (reads.incrementAndGet() == 1) {
                                throw new IllegalStateException("away");
                            }
                            return "back";
                        });

        assertThatThrownBy(() -> reading.ask(1)).isInstanceOf(IllegalStateException.class);
        assertThat(reading.ask(1)).isEqualTo("back");
    }

    @Test
    void keepsAnIntervalThatManyShare() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        Duration interval = Duration.ofMillis(200);
        SharedRead<Integer, Integer> reading =
                new SharedRead<>(questions -> reads.incrementAndGet(), interval);
        long start = System.nanoTime();

        assertThat(reading.ask(0)).isEqualTo(1);
        AtomicInteger latest = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 100; i++) {
                int n = i;
                threads.execute(() -> latest.accumulateAndGet(reading.ask(n), Math::max));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(took).isGreaterThanOrEqualTo(interval);
        assertThat(latest.get()).isEqualTo(reads.get());
        assertThat(reads.get() - 1L).isLessThanOrEqualTo(took.dividedBy(interval));
    }

    @Test
    void whoHasWaitedForAReadThatFailsFailsToo() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        SharedRead<Integer, Integer> reading =
                new SharedRead<>(
                        questions -> {
                            reads.incrementAndGet();
                            read(questions);
                            throw new IllegalStateException("away");
                        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> reading.ask(0));
            assertThat(firstRuns.await(5, TimeUnit.SECONDS)).isTrue();
            Future<Integer> second = threads.submit(() -> reading.ask(1));
            await().until(() -> reading.gathered() == 1);
            gate.countDown();

            for (Future<Integer> each : List.of(first, second)) {
                assertThatThrownBy(() -> each.get(5, TimeUnit.SECONDS)).hasRootCauseMessage("away");
            }
        }
        assertThat(reads.get()).isEqualTo(1);
    }
}
