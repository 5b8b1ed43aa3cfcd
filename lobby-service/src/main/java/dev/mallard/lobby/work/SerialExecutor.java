package dev.mallard.lobby.work;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks on virtual threads: those of one key strictly one after another in the order in which they came,
 * those of different keys side by side. Any thread.
 */
public final class SerialExecutor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SerialExecutor.class);

    private final int maxPerKey;
    private final int maxTotal;
    private final Duration closingTime;
    private final ConcurrentMap<Long, Queue<Task>> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger bounded = new AtomicInteger();
    private final AtomicInteger total = new AtomicInteger();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lobby-", 0).factory());

    /**
     * @param maxPerKey most tasks of one key that wait or run
     * @param maxTotal most tasks that wait or run
     * @param closingTime how long {@link #close} waits for tasks that were accepted
     */
    public SerialExecutor(int maxPerKey, int maxTotal, Duration closingTime) {
        this.maxPerKey = maxPerKey;
        this.maxTotal = maxTotal;
        this.closingTime = closingTime;
    }

    /** What waits in a lane. */
    private record Task(Runnable work, boolean isBounded) {}

    /**
     * Runs a task when all earlier ones of its key are done.
     *
     * @return false, and the task is not run, at a bound or after the end
     */
    public boolean tryExecute(long key, Runnable work) {
        if (bounded.incrementAndGet() > maxTotal) {
            bounded.decrementAndGet();
            return false;
        }
        boolean accepted = add(key, new Task(work, true), maxPerKey);
        if (!accepted) {
            bounded.decrementAndGet();
        }
        return accepted;
    }

    /**
     * Runs a task when all earlier ones of its key are done, outside of the bounds: for what must not be lost
     * and is bounded by its cause, such as the end of a session, which each session has once. After the end
     * of the executor it does nothing.
     */
    public void execute(long key, Runnable work) {
        add(key, new Task(work, false), Integer.MAX_VALUE);
    }

    /** Number of tasks that wait or run. */
    public int size() {
        return total.get();
    }

    private boolean add(long key, Task task, int max) {
        if (threads.isShutdown()) {
            return false;
        }
        boolean[] accepted = new boolean[1];
        boolean[] start = new boolean[1];
        lanes.compute(
                key,
                (k, lane) -> {
                    start[0] = lane == null;
                    Queue<Task> queue = lane == null ? new ArrayDeque<>(4) : lane;
                    accepted[0] = queue.size() < max;
                    if (accepted[0]) {
                        queue.add(task);
                    }
                    return queue;
                });
        if (accepted[0]) {
            total.incrementAndGet();
        }
        return start[0] ? start(key) : accepted[0];
    }

    private boolean start(long key) {
        try {
            threads.execute(() -> drain(key));
            return true;
        } catch (RejectedExecutionException stopping) {
            lanes.remove(key);
            total.decrementAndGet();
            return false;
        }
    }

    /** The running task stays at the head of its lane, so that it counts and nobody starts a second thread. */
    private void drain(long key) {
        @Nullable Task task = head(key);
        while (task != null) {
            try {
                task.work().run();
            } catch (RuntimeException | Error failure) {
                log.error("A task failed", failure);
            }
            total.decrementAndGet();
            if (task.isBounded()) {
                bounded.decrementAndGet();
            }
            task = afterHead(key);
        }
    }

    private @Nullable Task head(long key) {
        @Nullable Task[] head = new @Nullable Task[1];
        lanes.computeIfPresent(
                key,
                (k, lane) -> {
                    head[0] = lane.peek();
                    return lane;
                });
        return head[0];
    }

    private @Nullable Task afterHead(long key) {
        @Nullable Task[] next = new @Nullable Task[1];
        lanes.computeIfPresent(
                key,
                (k, lane) -> {
                    lane.remove();
                    next[0] = lane.peek();
                    return lane.isEmpty() ? null : lane;
                });
        return next[0];
    }

    /** Takes nothing more, and waits for what was accepted, up to the closing time. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(closingTime.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{} tasks were not done in time", size());
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
