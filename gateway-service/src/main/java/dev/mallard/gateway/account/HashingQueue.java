package dev.mallard.gateway.account;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads for work that is slow on purpose, and those who wait for one. The wait is bounded in time as well
 * as in number: who would wait longer is turned away at once, judged by how long the latest work took, so that
 * a storm of logins does not keep the threads busy with answers that nobody waits for any more. Any thread.
 */
final class HashingQueue {

    /** Weight of the latest duration in the mean: one part of this many. */
    private static final int SMOOTHING = 8;

    /** A thread without work ends after this time. */
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final long maxWaitNanos;
    private final AtomicLong meanNanos = new AtomicLong();

    /**
     * @param threads how many work at once, at least 1
     * @param capacity most that wait, at least 1
     * @param maxWait longest time that anybody waits for a thread
     */
    HashingQueue(int threads, int capacity, Duration maxWait) {
        this.threads =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(capacity),
                        Thread.ofPlatform().name("password-hashing-", 0).daemon().factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.maxWaitNanos = maxWait.toNanos();
    }

    /**
     * Runs work on one of the threads.
     *
     * @throws RejectedExecutionException if the queue is full, or the wait for a thread would be too long
     */
    <T> Future<T> submit(Callable<T> work) {
        if (expectedWaitNanos() > maxWaitNanos) {
            throw new RejectedExecutionException("others wait long enough already");
        }
        long submitted = System.nanoTime();
        return threads.submit(
                () -> {
                    if (System.nanoTime() - submitted > maxWaitNanos) {
                        throw new RejectedExecutionException("no thread was free in time");
                    }
                    return timed(work);
                });
    }

    /**
     * Runs work on one of the threads and waits for its result.
     *
     * @throws RequestRejectedException with {@code SERVER_BUSY} if no thread is free in time
     */
    <T> T run(Callable<T> work) {
        try {
            return result(submit(work));
        } catch (RejectedExecutionException busy) {
            throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
        }
    }

    /**
     * Waits for the result of work that was submitted.
     *
     * @throws RequestRejectedException with {@code SERVER_BUSY} if no thread was free in time
     */
    static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            work.cancel(false);
            throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RejectedExecutionException) {
                throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
            }
            throw new IllegalStateException("hashing a password failed", failure.getCause());
        }
    }

    /** How many wait. */
    int size() {
        return threads.getQueue().size();
    }

    private long expectedWaitNanos() {
        return size() * meanNanos.get() / threads.getMaximumPoolSize();
    }

    private <T> T timed(Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        long took = System.nanoTime() - start;
        meanNanos.updateAndGet(mean -> mean == 0 ? took : mean + (took - mean) / SMOOTHING);
        return result;
    }

    void close() {
        threads.shutdownNow();
    }
}
