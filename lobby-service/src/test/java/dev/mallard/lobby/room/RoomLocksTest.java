package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.RequestRejectedException;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class RoomLocksTest {

    private final AtomicBoolean databaseAway = new AtomicBoolean();
    private final RoomLocks locks = new RoomLocks(databaseAway::get);

    @Test
    void oneAtATimePerRoom() throws Exception {
        int[] count = new int[1];
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                threads.submit(() -> locks.run(7, () -> count[0]++));
            }
        }
        assertThat(count[0]).isEqualTo(1000);
        assertThat(locks.size()).isZero();
    }

    @Test
    void roomsDoNotWaitForEachOtherAndWaitingIsBounded() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holder = threads.submit(() -> locks.run(1, () -> hold(inside, release)));
            assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();

            boolean[] done = new boolean[1];
            locks.run(2, () -> done[0] = true);
            assertThat(done[0]).isTrue();
            assertThatThrownBy(() -> locks.run(1, () -> done[0] = false))
                    .isInstanceOf(RequestRejectedException.class)
                    .hasMessage("SERVER_BUSY");
            assertThat(done[0]).isTrue();
            release.countDown();
            holder.get(5, TimeUnit.SECONDS);
        }
        assertThat(locks.size()).isZero();
    }

    @Test
    void whoHasWaitedDoesNotTryADatabaseThatIsAway() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        boolean[] tried = new boolean[1];
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holder = threads.submit(() -> locks.run(1, () -> hold(inside, release)));
            assertThat(inside.await(5, TimeUnit.SECONDS)).isTrue();
            Future<?> waiting = threads.submit(() -> locks.run(1, () -> tried[0] = true));
            await().until(() -> locks.waiting(1) == 1);

            databaseAway.set(true);
            release.countDown();

            holder.get(5, TimeUnit.SECONDS);
            assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(RequestRejectedException.class);
        }
        assertThat(tried[0]).isFalse();
        locks.run(1, () -> tried[0] = true);
        assertThat(tried[0]).isTrue();
    }

    private static void hold(CountDownLatch inside, CountDownLatch release) {
        inside.countDown();
        try {
            assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void failuresReleaseTheRoom() {
        assertThatThrownBy(
                        () ->
                                locks.run(
                                        1,
                                        () -> {
                                            throw new IllegalStateException("bug");
                                        }))
                .hasMessage("bug");
        assertThat(locks.size()).isZero();
    }
}
