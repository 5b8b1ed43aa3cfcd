package dev.mallard.gateway.account;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Runs what registration and login have to wait for away from the event loops, each on a virtual thread. The
 * number of tasks under way is bounded; above it, and while the database does not answer, a task fails with
 * {@code SERVER_BUSY}. Any thread.
 */
@Component
class AccountExecutor implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AccountExecutor.class);

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("account-", 0).factory());
    private final Semaphore permits;
    private final AtomicBoolean databaseAway = new AtomicBoolean();

    AccountExecutor(AccountProperties properties) {
        this.permits = new Semaphore(properties.maxPending());
    }

    /** Runs a task; its exception becomes the failure of the future, unwrapped. */
    <T> CompletableFuture<T> submit(Supplier<T> task) {
        if (!permits.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    new RequestRejectedException(ErrorCode.SERVER_BUSY));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        threads.execute(() -> run(task, result));
        return result;
    }

    private <T> void run(Supplier<T> task, CompletableFuture<T> result) {
        try {
            T value = task.get();
            if (databaseAway.compareAndSet(true, false)) {
                log.info("The account database answers again");
            }
            permits.release();
            result.complete(value);
        } catch (RuntimeException | Error failure) {
            permits.release();
            result.completeExceptionally(translate(failure));
        }
    }

    private Throwable translate(Throwable failure) {
        if (!DatabaseOutage.isBehind(failure)) {
            return failure;
        }
        if (databaseAway.compareAndSet(false, true)) {
            log.warn("The account database does not answer: {}", failure.toString());
        }
        return new RequestRejectedException(ErrorCode.SERVER_BUSY);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
