package dev.mallard.game.takeover;

import dev.mallard.game.loop.TimeSource;
import dev.mallard.game.takeover.SnapshotQueue.Entry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes what is queued to the store, many games at a time. While the store is slow, a few writes are under way
 * and everything else waits in the queue. A snapshot that is not written is superseded by the next one; that a game
 * is over is written again until the store has it, or the game would go on elsewhere when this service ends.
 * What is written later arrives later, whichever thread writes. Any thread.
 */
final class SnapshotWriter {

    private static final Logger log = LoggerFactory.getLogger(SnapshotWriter.class);

    private static final int MAX_UNDER_WAY = 4;

    private final SnapshotQueue queue;
    private final GameStore store;
    private final KeptGames kept;
    private final Fencing fencing;
    private final TimeSource time;
    private final TakeoverMetrics metrics;
    private final int batch;
    private final AtomicInteger underWay = new AtomicInteger();

    // As many as were in the queue at most: they go back there before more are taken.
    private final Queue<Holding> unwritten = new ConcurrentLinkedQueue<>();
    private volatile boolean failing;

    SnapshotWriter(
            SnapshotQueue queue,
            GameStore store,
            KeptGames kept,
            Fencing fencing,
            TimeSource time,
            TakeoverMetrics metrics,
            int batch) {
        this.queue = queue;
        this.store = store;
        this.kept = kept;
        this.fencing = fencing;
        this.time = time;
        this.metrics = metrics;
        this.batch = batch;
    }

    /** Writes as much as may be under way. Ends that were not written last time are written first. */
    synchronized void flush() {
        for (Holding over = unwritten.poll(); over != null; over = unwritten.poll()) {
            queue.overStill(over);
        }
        while (underWay.get() < MAX_UNDER_WAY) {
            List<Entry> entries = queue.take(batch);
            if (entries.isEmpty()) {
                return;
            }
            List<StoredGame> games = new ArrayList<>(entries.size());
            List<Holding> over = new ArrayList<>();
            for (Entry entry : entries) {
                StoredGame game = entry.snapshot();
                if (game == null) {
                    over.add(entry.holding());
                } else {
                    games.add(game);
                }
            }
            if (!games.isEmpty()) {
                write(games);
            }
            if (!over.isEmpty()) {
                end(over);
            }
        }
    }

    /**
     * Writes the last snapshots of games that stand still, after everything that has been taken out of the queue.
     *
     * @return the answer of the store, of which nothing is known here
     */
    synchronized CompletionStage<WriteAnswer> writeLast(List<StoredGame> games) {
        return store.write(games);
    }

    /** Whether nothing waits, and everything is answered. */
    boolean isIdle() {
        return queue.size() == 0 && underWay.get() == 0 && unwritten.isEmpty();
    }

    private void write(List<StoredGame> games) {
        underWay.incrementAndGet();
        long started = time.nanoTime();
        store.write(games)
                .whenComplete(
                        (answer, failure) -> {
                            underWay.decrementAndGet();
                            if (failure == null) {
                                written(games, answer, time.nanoTime() - started);
                            } else {
                                failed(games.size(), failure);
                            }
                        });
    }

    private void written(List<StoredGame> games, WriteAnswer answer, long nanos) {
        failing = false;
        metrics.written(games, answer, nanos);
        kept.written(games, answer);
        if (!answer.lost().isEmpty()) {
            fencing.drop(games.stream().map(StoredGame::holding).toList(), answer.lost());
        }
    }

    private void end(List<Holding> games) {
        underWay.incrementAndGet();
        store.end(games)
                .whenComplete(
                        (none, failure) -> {
                            if (failure != null) {
                                unwritten.addAll(games);
                                failed(games.size(), failure);
                            }
                            underWay.decrementAndGet();
                        });
    }

    private void failed(int games, Throwable failure) {
        metrics.writeFailed(games);
        if (!failing) {
            failing = true;
            log.warn("Snapshots are not written: {}", failure.getMessage());
        }
    }
}
