package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

@Timeout(30)
class HashingQueueTest {

    private static final Duration MAX_WAIT = Duration.ofMillis(100);

    private final HashingQueue queue = new HashingQueue(1, 3, MAX_WAIT);
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void givesTheResult() {
        assertThat(queue.run(() -> "hash")).isEqualTo("hash");
    }

    @Test
    void failsWithWhatWentWrong() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> queue.run(this::fail))
                .withCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesMoreThanItsCapacity() throws InterruptedException {
        occupy();
        for (int i = 0; i < 3; i++) {
            queue.submit(() -> "waits");
        }

        assertThat(queue.size()).isEqualTo(3);
        assertIsBusy();
    }

    @Test
    void refusesAtOnceWhatWouldWaitTooLong() throws InterruptedException {
        queue.run(this::takeTwiceTheLongestWait);
        occupy();
        queue.submit(() -> "nobody waits before it");

        assertThat(queue.size()).isEqualTo(1);
        assertIsBusy();
    }

    @Test
    void doesNotBeginWhatHasWaitedTooLong() throws Exception {
        Future<Boolean> slow = queue.submit(() -> release.await(1, TimeUnit.MINUTES));
        Future<String> late = queue.submit(() -> "too late");
        boolean released = never.await(2 * MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        release.countDown();

        assertThat(released).isFalse();
        assertThat(slow.get()).isTrue();
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> HashingQueue.result(late))
                .satisfies(busy -> assertThat(busy.code()).isEqualTo(ErrorCode.SERVER_BUSY));
    }

    @Test
    void forgetsHowSlowItWas() throws InterruptedException {
        queue.run(this::takeTwiceTheLongestWait);
        for (int i = 0; i < 50; i++) {
            queue.run(() -> "fast");
        }
        occupy();

        Future<String> first = queue.submit(() -> "first");
        Future<String> second = queue.submit(() -> "second");
        release.countDown();

        assertThat(HashingQueue.result(first)).isEqualTo("first");
        assertThat(HashingQueue.result(second)).isEqualTo("second");
    }

    private void assertIsBusy() {
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> queue.submit(() -> "one too many"));
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> queue.run(() -> "one too many"))
                .satisfies(busy -> assertThat(busy.code()).isEqualTo(ErrorCode.SERVER_BUSY));
    }

    private void occupy() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        queue.submit(
                () -> {
                    started.countDown();
                    return release.await(1, TimeUnit.MINUTES);
                });
        started.await();
    }

    private boolean takeTwiceTheLongestWait() throws InterruptedException {
        return never.await(2 * MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean fail() {
        throw new UnsupportedOperationException("cannot be hashed");
    }
}
