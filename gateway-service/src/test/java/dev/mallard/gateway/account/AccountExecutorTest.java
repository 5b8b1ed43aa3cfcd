package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class AccountExecutorTest {

    private final AccountExecutor executor =
            new AccountExecutor(
                    AccountPropertiesFixture.bind(
                            Map.of("mallard.gateway.accounts.max-pending", "2")));

    @AfterEach
    void stop() {
        executor.destroy();
    }

    @Test
    void runsAwayFromTheCaller() throws Exception {
        Thread worker = executor.submit(Thread::currentThread).get(5, TimeUnit.SECONDS);

        assertThat(worker).isNotSameAs(Thread.currentThread());
        assertThat(worker.isVirtual()).isTrue();
    }

    @Test
    void isBusyAboveItsBoundAndRecovers() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<String> first = executor.submit(() -> await(release));
        CompletableFuture<String> second = executor.submit(() -> await(release));

        assertBusy(executor.submit(() -> "third"));
        release.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(executor.submit(() -> "fourth").get(5, TimeUnit.SECONDS)).isEqualTo("fourth");
    }

    static Stream<RuntimeException> outages() {
        return Stream.of(
                new CannotCreateTransactionException("no connection"),
                new DataAccessResourceFailureException("connection lost"),
                new QueryTimeoutException("too slow"),
                // What PostgreSQL says while it stops, and while it starts.
                new JpaSystemException(
                        new GenericJDBCException("stop", new SQLException("stop", "57P01"))),
                new JpaSystemException(
                        new GenericJDBCException("start", new SQLException("start", "57P03"))));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aDatabaseThatIsAwayMakesItBusy(RuntimeException outage) {
        assertBusy(
                executor.submit(
                        () -> {
                            throw outage;
                        }));
    }

    @Test
    void otherFailuresStayWhatTheyAre() {
        for (RuntimeException bug :
                List.of(
                        new IllegalStateException("bug"),
                        new JpaSystemException(
                                new GenericJDBCException(
                                        "syntax", new SQLException("syntax", "42601"))))) {
            assertThatThrownBy(
                            () ->
                                    executor.submit(
                                                    () -> {
                                                        throw bug;
                                                    })
                                            .get(5, TimeUnit.SECONDS))
                    .hasCause(bug);
        }
    }

    private static String await(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS) ? "done" : "late";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static void assertBusy(CompletableFuture<?> future) {
        assertThatThrownBy(() -> future.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RequestRejectedException.class)
                .hasMessageContaining(ErrorCode.SERVER_BUSY.name());
    }
}
