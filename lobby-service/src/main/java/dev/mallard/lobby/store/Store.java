package dev.mallard.lobby.store;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Runs work in transactions, of which a bounded number is open at once. Changes that conflict with another one,
 * of this or another lobby, are repeated a bounded number of times; after that, after waiting too long for
 * others, and while the database does not answer, work fails with {@code SERVER_BUSY}. Any thread that may
 * wait.
 */
@Component
public class Store {

    private static final Logger log = LoggerFactory.getLogger(Store.class);

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final StoreProperties properties;
    private final MeterRegistry meters;
    private final Counter conflicts;
    private final Semaphore places;
    private final AtomicBoolean away = new AtomicBoolean();

    public Store(
            PlatformTransactionManager transactions,
            StoreProperties properties,
            MeterRegistry meters) {
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.properties = properties;
        this.meters = meters;
        this.places = new Semaphore(properties.maxConcurrent(), true);
        Gauge.builder("mallard.lobby.store.waiting", places, Semaphore::getQueueLength)
                .description("Transactions that wait for others to end")
                .register(meters);
        this.conflicts =
                Counter.builder("mallard.lobby.store.conflicts")
                        .description("Changes that met another one and were rolled back")
                        .register(meters);
    }

    /**
     * Reads in one transaction.
     *
     * @param operation name for the metrics, one of a few
     * @throws RequestRejectedException with {@code SERVER_BUSY}, or what the work throws
     */
    public <T> T read(String operation, Supplier<T> work) {
        return timed(operation, () -> guarded(() -> run(reading, work)));
    }

    /**
     * Changes something in one transaction, which is run again from the start if it meets another one.
     *
     * @param operation name for the metrics, one of a few
     * @throws RequestRejectedException with {@code SERVER_BUSY}, or what the work throws
     */
    public <T> T write(String operation, Supplier<T> work) {
        return timed(operation, () -> guarded(() -> repeat(work)));
    }

    /** Whether the database did not answer when it was used last. */
    public boolean isAway() {
        return away.get();
    }

    /** The time includes waiting for a connection, the commit, and repetitions. */
    private <T> T timed(String operation, Supplier<T> work) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "FAILED";
        try {
            T result = work.get();
            outcome = "SUCCESS";
            return result;
        } catch (RequestRejectedException rejection) {
            outcome = rejection.code().name();
            throw rejection;
        } finally {
            sample.stop(
                    Timer.builder("mallard.lobby.store.operations")
                            .description("Time of one use of the database, with waiting for it")
                            .tag("operation", operation)
                            .tag("outcome", outcome)
                            .register(meters));
        }
    }

    private <T> T repeat(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return run(writing, work);
            } catch (ConcurrencyFailureException | DataIntegrityViolationException conflict) {
                conflicts.increment();
                if (attempt >= properties.maxAttempts()) {
                    log.warn("A change met {} others and is given up", attempt);
                    throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
                }
                pause(attempt);
            }
        }
    }

    private <T> T run(TransactionTemplate transaction, Supplier<T> work) {
        enter();
        try {
            T result = transaction.execute(status -> work.get());
            answered();
            return result;
        } catch (RequestRejectedException rejection) {
            answered();
            throw rejection;
        } finally {
            places.release();
        }
    }

    private void answered() {
        if (away.compareAndSet(true, false)) {
            log.info("The database answers again");
        }
    }

    /** Who has waited does not try a database that is away: that would take too long. */
    private void enter() {
        if (places.tryAcquire()) {
            return;
        }
        boolean entered;
        try {
            entered = places.tryAcquire(properties.maxWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
        }
        if (!entered) {
            throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
        }
        if (away.get()) {
            places.release();
            throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
        }
    }

    private void pause(int attempt) {
        long longest = properties.retryDelay().toNanos() * attempt;
        try {
            TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
        }
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw Outage.isBehind(failure) ? busy(failure) : failure;
        }
    }

    private RequestRejectedException busy(RuntimeException outage) {
        if (away.compareAndSet(false, true)) {
            log.warn("The database does not answer: {}", outage.toString());
        }
        return new RequestRejectedException(ErrorCode.SERVER_BUSY);
    }
}
