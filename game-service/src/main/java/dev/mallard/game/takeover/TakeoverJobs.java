package dev.mallard.game.takeover;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs what has to be done again and again for the games to survive, from before the first game to the end. */
final class TakeoverJobs implements SmartLifecycle, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TakeoverJobs.class);

    /** Snapshots are written that often, so that many go together. */
    private static final Duration FLUSH = Duration.ofMillis(100);

    /** While the store does not answer, it is asked at least that often. */
    private static final Duration RETRY = Duration.ofMillis(250);

    private static final int JOBS = 3;

    private final LeaseKeeper keeper;
    private final SnapshotWriter writer;
    private final Adopter adopter;
    private final GameStore store;
    private final TakeoverProperties properties;
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(
                    JOBS, Thread.ofPlatform().name("takeover-", 1).daemon().factory());
    private volatile boolean running;

    TakeoverJobs(
            LeaseKeeper keeper,
            SnapshotWriter writer,
            Adopter adopter,
            GameStore store,
            TakeoverProperties properties) {
        this.keeper = keeper;
        this.writer = writer;
        this.adopter = adopter;
        this.store = store;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        threads.execute(this::renew);
        repeat(writer::flush, FLUSH);
        repeat(adopter::scan, properties.scanInterval());
    }

    private void renew() {
        guard(keeper::renew);
        Duration regular = properties.renewInterval();
        boolean retry = !keeper.isAnswering() && RETRY.compareTo(regular) < 0;
        try {
            threads.schedule(
                    this::renew, (retry ? RETRY : regular).toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // That was the last time.
        }
    }

    private static void guard(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            log.error("Keeping the games safe has failed", failure);
        }
    }

    private void repeat(Runnable job, Duration interval) {
        threads.scheduleWithFixedDelay(
                () -> guard(job), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** {@inheritDoc} The lease is renewed until {@link #close}: games are handed over until then. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the links, so that the first game finds everything ready. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private void writeTheRest() throws InterruptedException {
        long deadline = System.nanoTime() + properties.commandTimeout().toNanos();
        while (!writer.isIdle() && System.nanoTime() - deadline < 0) {
            writer.flush();
            TimeUnit.MILLISECONDS.sleep(FLUSH.toMillis());
        }
    }

    /** Writes what is left, and gives the lease up. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (threads.awaitTermination(1, TimeUnit.SECONDS)) {
                writeTheRest();
                store.giveUpLease();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (StoreException silent) {
            log.debug("The lease is not given up: {}", silent.getMessage());
        }
    }
}
