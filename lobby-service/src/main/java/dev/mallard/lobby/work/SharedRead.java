package dev.mallard.lobby.work;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Lets callers who ask for the same kind of thing at the same time share one read. While a read runs, those
 * who come wait for the next one, which then starts for all of them: at most two reads are open, and each
 * caller gets what was read after it had asked, or the failure that it has waited for. Between the starts of
 * two reads an interval can be kept, so that more callers share each. Any thread that may wait.
 *
 * @param <Q> what each caller asks for
 * @param <R> what one read answers to all
 */
public final class SharedRead<Q, R> {

    private final Function<List<Q>, R> read;
    private final ReentrantLock reading = new ReentrantLock(true);
    private final Object monitor = new Object();
    private final long intervalNanos;
    private long lastStart;
    private @Nullable Round<Q, R> gathering;

    private static final class Round<Q, R> {
        private final List<Q> questions = new ArrayList<>();
        private final CompletableFuture<R> answer = new CompletableFuture<>();
    }

    /**
     * @param read reads for all who asked; what it throws, all of them get
     */
    public SharedRead(Function<List<Q>, R> read) {
        this(read, Duration.ZERO);
    }

    /**
     * @param read reads for all who asked; what it throws, all of them get
     * @param interval shortest time between the starts of two reads, 0 for none
     */
    public SharedRead(Function<List<Q>, R> read, Duration interval) {
        this.read = read;
        this.intervalNanos = interval.toNanos();
        this.lastStart = System.nanoTime() - intervalNanos;
    }

    /** Asks, and waits for the answer; throws what the read threw. */
    public R ask(Q question) {
        Round<Q, R> round;
        boolean first;
        synchronized (monitor) {
            first = gathering == null;
            if (gathering == null) {
                gathering = new Round<>();
            }
            round = gathering;
            round.questions.add(question);
        }
        if (first) {
            lead(round);
        }
        try {
            return round.answer.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /** Number of callers who wait for a read that has not started. */
    int gathered() {
        synchronized (monitor) {
            return gathering == null ? 0 : gathering.questions.size();
        }
    }

    private void lead(Round<Q, R> round) {
        reading.lock();
        try {
            if (round.answer.isDone()) {
                return;
            }
            keepInterval();
            synchronized (monitor) {
                gathering = null;
            }
            lastStart = System.nanoTime();
            round.answer.complete(read.apply(List.copyOf(round.questions)));
        } catch (RuntimeException | Error failure) {
            round.answer.completeExceptionally(failure);
            failGathering(failure);
        } finally {
            reading.unlock();
        }
    }

    /** Who has waited for a read that failed does not wait for another one. */
    private void failGathering(Throwable failure) {
        Round<Q, R> next;
        synchronized (monitor) {
            next = gathering;
            gathering = null;
        }
        if (next != null) {
            next.answer.completeExceptionally(failure);
        }
    }

    /** A caller that is interrupted reads at once. */
    private void keepInterval() {
        try {
            TimeUnit.NANOSECONDS.sleep(lastStart + intervalNanos - System.nanoTime());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
