package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.Ticking;
import dev.mallard.game.loop.TimeSource;
import dev.mallard.protocol.link.message.GameEnded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The ends of games that the lobby has not yet recorded. Each is reported at once, and again and again until
 * it is recorded. When too many wait, the oldest is given up. Any thread.
 */
public final class EndReports implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(EndReports.class);

    private final Gateways gateways;
    private final TimeSource time;
    private volatile long repeatNanos;
    private final int maxReports;
    private final Map<Integer, Report> reports = new LinkedHashMap<>();

    private static final class Report {
        private final GameEnded message;
        private long sentAt;

        Report(GameEnded message, long sentAt) {
            this.message = message;
            this.sentAt = sentAt;
        }
    }

    public EndReports(Gateways gateways, TimeSource time, EndingSettings settings) {
        this.gateways = gateways;
        this.time = time;
        this.repeatNanos = settings.repeatEvery().toNanos();
        this.maxReports = settings.maxReports();
    }

    /** Reports the end of a game. */
    public void submit(GameEnded message) {
        synchronized (reports) {
            if (reports.size() >= maxReports) {
                Iterator<Integer> oldest = reports.keySet().iterator();
                log.error("The end of game {} was never recorded and is given up", oldest.next());
                oldest.remove();
            }
            reports.put(message.getGameId(), new Report(message, time.nanoTime()));
        }
        gateways.ended(message);
    }

    /** The lobby has recorded the end of a game. */
    public void recorded(int gameId) {
        synchronized (reports) {
            reports.remove(gameId);
            reports.notifyAll();
        }
    }

    /** From now on repeats at least so often. */
    public void repeatEvery(Duration atMost) {
        repeatNanos = Math.min(repeatNanos, atMost.toNanos());
    }

    /**
     * Waits until every end is recorded or given up.
     *
     * @return false if some are not when the time is over
     */
    public boolean awaitEmpty(Duration atMost) throws InterruptedException {
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

    /** How many ends are not yet recorded. */
    public int size() {
        synchronized (reports) {
            return reports.size();
        }
    }

    @Override
    public void tick(long dueNanos) {
        long now = time.nanoTime();
        synchronized (reports) {
            for (Report report : reports.values()) {
                if (now - report.sentAt >= repeatNanos) {
                    report.sentAt = now;
                    gateways.ended(report.message);
                }
            }
        }
    }
}
