package dev.mallard.game.takeover;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits to be written to the store: of each game the latest snapshot, or that it is over. When too much
 * waits, the oldest is dropped: a snapshot has a newer one soon. Any thread.
 */
final class SnapshotQueue {

    private final int capacity;
    private final TakeoverMetrics metrics;
    private final Map<Integer, Entry> waiting = new LinkedHashMap<>();

    /**
     * What is to be written about a game.
     *
     * @param snapshot the game, or null if it is over
     */
    record Entry(Holding holding, @Nullable StoredGame snapshot) {}

    SnapshotQueue(int capacity, TakeoverMetrics metrics) {
        this.capacity = capacity;
        this.metrics = metrics;
    }

    void offer(StoredGame game) {
        put(new Entry(game.holding(), game));
    }

    void over(Holding holding) {
        put(new Entry(holding, null));
    }

    /** The end of a game was not written. The newest news about a game count, so not if there are others. */
    synchronized void overStill(Holding holding) {
        if (!waiting.containsKey(holding.gameId())) {
            put(new Entry(holding, null));
        }
    }

    private synchronized void put(Entry entry) {
        int gameId = entry.holding().gameId();
        if (waiting.remove(gameId) != null) {
            metrics.snapshotReplaced();
        } else if (waiting.size() >= capacity) {
            Iterator<Entry> oldest = waiting.values().iterator();
            oldest.next();
            oldest.remove();
            metrics.snapshotReplaced();
        }
        waiting.put(gameId, entry);
    }

    /** Takes what has waited longest. */
    synchronized List<Entry> take(int atMost) {
        List<Entry> taken = new ArrayList<>(Math.min(atMost, waiting.size()));
        Iterator<Entry> entries = waiting.values().iterator();
        while (taken.size() < atMost && entries.hasNext()) {
            taken.add(entries.next());
            entries.remove();
        }
        return taken;
    }

    synchronized void forget(int gameId) {
        waiting.remove(gameId);
    }

    synchronized int size() {
        return waiting.size();
    }
}
