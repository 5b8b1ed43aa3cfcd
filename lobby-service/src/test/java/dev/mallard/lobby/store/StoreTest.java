package dev.mallard.lobby.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class StoreTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Store store = store(Duration.ofSeconds(10));
    private final CountDownLatch inside = new CountDownLatch(2);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Store store(Duration maxWait) {
        return new Store(
                new NoDatabase(), new StoreProperties(2, maxWait, 3, Duration.ofMillis(1)), meters);
    }

    private static final class NoDatabase implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }

    @AfterEach
    void stop() {
        release.countDown();
        threads.close();
    }

    private int hold() {
        inside.countDown();
        try {
            assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
            return 1;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private double waiting() {
        return meters.get("mallard.lobby.store.waiting").gauge().value();
    }

    private static void assertBusy(Future<?> future) {
        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        busy -> assertThat(busy.code()).isEqualTo(ErrorCode.SERVER_BUSY));
    }

    @Test
    void noMoreTransactionsAtOnceThanThereArePlaces() throws Exception {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            threads.execute(
                    () ->
                            store.write(
                                    "change",
                                    () -> {
                                        most.accumulateAndGet(open.incrementAndGet(), Math::max);
                                        hold();
                                        return open.decrementAndGet();
                                    }));
        }
        await().until(() -> waiting() == 18);
        release.countDown();
        threads.close();

        assertThat(most.get()).isEqualTo(2);
        assertThat(
                        meters.get("mallard.lobby.store.operations")
                                .tags("operation", "change", "outcome", "SUCCESS")
                                .timer()
                                .count())
                .isEqualTo(20);
    }

    @Test
    void waitingIsBounded() throws Exception {
        Store hasty = store(Duration.ofMillis(20));
        for (int i = 0; i < 2; i++) {
            threads.execute(() -> hasty.read("look", this::hold));
        }
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

        assertBusy(threads.submit(() -> hasty.read("look", () -> 1)));
    }

    @Test
    void whoHasWaitedDoesNotTryADatabaseThatIsAway() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            threads.execute(
                    () ->
                            assertThatThrownBy(
                                            () ->
                                                    store.read(
                                                            "look",
                                                            () -> {
                                                                hold();
                                                                throw away();
                                                            }))
                                    .isInstanceOf(RequestRejectedException.class));
        }
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        Future<Integer> waits = threads.submit(() -> store.read("look", tries::incrementAndGet));
        await().until(() -> waiting() == 1);
        release.countDown();

        assertBusy(waits);
        assertThat(tries.get()).isZero();
        assertThat(store.isAway()).isTrue();
        assertThat(store.read("look", tries::incrementAndGet)).isEqualTo(1);
        assertThat(store.isAway()).isFalse();
    }

    @Test
    void anAnswerThatIsARefusalIsAnAnswerToo() {
        assertThatThrownBy(
                        () ->
                                store.read(
                                        "look",
                                        () -> {
                                            throw away();
                                        }))
                .isInstanceOf(RequestRejectedException.class);
        assertThat(store.isAway()).isTrue();

        assertThatThrownBy(
                        () ->
                                store.read(
                                        "look",
                                        () -> {
                                            throw new RequestRejectedException(ErrorCode.ROOM_FULL);
                                        }))
                .hasMessageContaining("ROOM_FULL");
        assertThat(store.isAway()).isFalse();
        assertThat(
                        meters.get("mallard.lobby.store.operations")
                                .tags("outcome", "ROOM_FULL")
                                .timer()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void aDatabaseThatStopsInTheMiddleIsAwayToo() {
        SQLException stopping = new SQLException("terminating connection", "57P01");

        assertThatThrownBy(
                        () ->
                                store.write(
                                        "change",
                                        () -> {
                                            throw new JpaSystemException(
                                                    new GenericJDBCException("stop", stopping));
                                        }))
                .hasMessageContaining("SERVER_BUSY");
        assertThat(store.isAway()).isTrue();
    }

    @Test
    void changesThatMeetOthersAreRepeatedABoundedNumberOfTimes() {
        AtomicInteger attempts = new AtomicInteger();
        assertThat(
                        store.write(
                                "change",
                                () -> {
                                    if (attempts.incrementAndGet() < 3) {
                                        throw new OptimisticLockingFailureException("met another");
                                    }
                                    return "done";
                                }))
                .isEqualTo("done");
        assertThat(attempts.get()).isEqualTo(3);

        assertThatThrownBy(
                        () ->
                                store.write(
                                        "change",
                                        () -> {
                                            attempts.incrementAndGet();
                                            throw new OptimisticLockingFailureException("again");
                                        }))
                .hasMessageContaining("SERVER_BUSY");
        assertThat(attempts.get()).isEqualTo(6);
        assertThat(meters.get("mallard.lobby.store.conflicts").counter().count()).isEqualTo(5);
    }

    private static RuntimeException away() {
        return new DataAccessResourceFailureException("no connection");
    }
}
