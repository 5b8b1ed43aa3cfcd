package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.TimeSource;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What the lobby has to hear about games, one report for each: sent at once, and again and again until it is
 * recorded. When too many wait, the oldest is given up. Any thread.
 *
 * @param <M> the kind of report
 */
final class RepeatedReports<M> {

    private final Consumer<M> sender;
    private final Consumer<M> givenUp;
    private final TimeSource time;
    private final int maxReports;
    private volatile long repeatNanos;
    private final Map<Integer, Report<M>> reports = new LinkedHashMap<>();

    private static final class Report<M> {
        private final M message;
        private long sentAt;

        private Report(M message, long sentAt) {
            this.message = message;
            this.sentAt = sentAt;
        }
    }

    /**
     * @param sender sends a report; may be called with any report again
     * @param givenUp is told which report is given up
     */
    RepeatedReports(
            Consumer<M> sender,
            Consumer<M> givenUp,
            TimeSource time,
            Duration repeatEvery,
            int maxReports) {
        this.sender = sender;
        this.givenUp = givenUp;
        this.time = time;
        this.repeatNanos = repeatEvery.toNanos();
        this.maxReports = maxReports;
    }

    void submit(int gameId, M message) {
        Report<M> tooMany = null;
        synchronized (reports) {
            if (reports.size() >= maxReports) {
                Iterator<Report<M>> oldest = reports.values().iterator();
                tooMany = oldest.next();
                oldest.remove();
            }
            reports.put(gameId, new Report<>(message, time.nanoTime()));
        }
        if (tooMany != null) {
            givenUp.accept(tooMany.message);
        }
        sender.accept(message);
    }

    /** Sends the report about a game now, if there is one. */
    void repeat(int gameId) {
        M message = null;
        synchronized (reports) {
            Report<M> report = reports.get(gameId);
            if (report != null) {
                report.sentAt = time.nanoTime();
                message = report.message;
            }
        }
        if (message != null) {
            sender.accept(message);
        }
    }

    /** The report about a game is recorded, or nobody wants it any more; returns it, if there was one. */
    @Nullable M remove(int gameId) {
        synchronized (reports) {
            Report<M> removed = reports.remove(gameId);
            reports.notifyAll();
            return removed == null ? null : removed.message;
        }
    }

    boolean contains(int gameId) {
        synchronized (reports) {
            return reports.containsKey(gameId);
        }
    }

    int size() {
        synchronized (reports) {
            return reports.size();
        }
    }

    /** From now on repeats at least so often. */
    void repeatEvery(Duration atMost) {
        repeatNanos = Math.min(repeatNanos, atMost.toNanos());
    }

    /** Sends what was not recorded for too long. */
    void repeatDue() {
        long now = time.nanoTime();
        List<M> due = new ArrayList<>();
        synchronized (reports) {
            for (Report<M> report : reports.values()) {
                if (now - report.sentAt >= repeatNanos) {
                    report.sentAt = now;
                    due.add(report.message);
                }
            }
        }
        due.forEach(sender);
    }

    /** Waits until no report is left; false if there is one when the time is over. */
    boolean awaitEmpty(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (reports) {
            while (!reports.isEmpty()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(reports, left);
            }
            return true;
        }
    }
}
