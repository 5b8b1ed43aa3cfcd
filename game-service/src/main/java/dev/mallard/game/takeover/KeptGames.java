package dev.mallard.game.takeover;

import dev.mallard.game.lifecycle.GameKeeping;
import dev.mallard.game.loop.AfterTick;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.TimeSource;
import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.Snapshot;
import dev.mallard.game.snapshot.SnapshotCache;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameClock;
import dev.mallard.protocol.message.RoomData;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The games of this service that are kept in the store, each with a snapshot every now and then. The snapshots
 * of all games are spread over the interval, as their ticks are. Any thread.
 */
final class KeptGames implements GameKeeping {

    /** Spreads consecutive ids evenly. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final GameSnapshots snapshots;
    private final SnapshotQueue queue;
    private final TimeSource time;
    private final GameClock clock;
    private final long intervalNanos;
    private final ConcurrentMap<Integer, KeptGame> games = new ConcurrentHashMap<>();

    /** A game that is kept. What is done after a tick belongs to the game's thread. */
    final class KeptGame implements AfterTick {

        private final GameActor actor;
        private final Holding holding;
        private final byte[] room;
        private final SnapshotCache cache = new SnapshotCache();
        private boolean begun;
        private long due;
        private volatile boolean missing;
        private volatile long storedAt = time.nanoTime();

        private KeptGame(GameActor actor, Holding holding, byte[] room) {
            this.actor = actor;
            this.holding = holding;
            this.room = room;
        }

        GameActor actor() {
            return actor;
        }

        Holding holding() {
            return holding;
        }

        /** Everything about the game now; on its thread. */
        StoredGame wholeSnapshot(Game game) {
            cache.notStored();
            return new StoredGame(holding, room, new Snapshot.Whole(snapshots.encode(game)));
        }

        @Override
        public void ticked(Game game) {
            long now = time.nanoTime();
            if (!begun) {
                begun = true;
                due = now + Math.floorMod(holding.gameId() * GOLDEN, intervalNanos);
            } else if (missing) {
                due = now + intervalNanos;
            } else if (now - due < 0) {
                return;
            } else {
                due = Math.max(due + intervalNanos, now);
            }
            missing = false;
            queue.offer(new StoredGame(holding, room, snapshots.encode(game, cache)));
        }

        private void answered(StoredGame written, WriteAnswer answer) {
            if (!answer.has(holding)) {
                cache.notStored();
                missing = true;
                return;
            }
            storedAt = time.nanoTime();
            if (written.snapshot() instanceof Snapshot.Whole whole) {
                cache.stored(whole.base());
            }
        }
    }

    KeptGames(
            GameSnapshots snapshots,
            SnapshotQueue queue,
            TimeSource time,
            GameClock clock,
            Duration interval) {
        this.snapshots = snapshots;
        this.queue = queue;
        this.time = time;
        this.clock = clock;
        this.intervalNanos = interval.toNanos();
    }

    /** {@inheritDoc} The time of day, so that it is greater than that of an earlier game of the same room. */
    @Override
    public long newFence() {
        return Math.max(1, clock.epochMillis());
    }

    @Override
    public AfterTick keep(GameActor actor, RoomData room, long fence) {
        KeptGame kept = new KeptGame(actor, new Holding(actor.id(), fence), room.toByteArray());
        games.put(actor.id(), kept);
        return kept;
    }

    @Override
    public void forget(int gameId) {
        KeptGame kept = games.remove(gameId);
        if (kept != null) {
            queue.over(kept.holding());
        }
    }

    @Override
    public void discard(int gameId, long fence) {
        queue.over(new Holding(gameId, fence));
    }

    /** Takes out a game that belongs to somebody else now; null if it is not here with any fence like that. */
    @Nullable KeptGame lose(Holding holding) {
        KeptGame kept = games.get(holding.gameId());
        if (kept == null
                || !kept.holding().equals(holding)
                || !games.remove(holding.gameId(), kept)) {
            return null;
        }
        queue.forget(holding.gameId());
        return kept;
    }

    /** Writes no snapshot of a game that is still waiting: there is a later one. */
    void withdraw(Holding holding) {
        queue.forget(holding.gameId());
    }

    /** The store has answered that it has some games, and others not: those are written again with the next tick. */
    void written(List<StoredGame> stored, WriteAnswer answer) {
        for (StoredGame game : stored) {
            KeptGame kept = games.get(game.holding().gameId());
            if (kept != null && kept.holding().equals(game.holding())) {
                kept.answered(game, answer);
            }
        }
    }

    /** Longest time that the store has not confirmed a snapshot of a game, nanoseconds; 0 without games. */
    long oldestNanos() {
        long now = time.nanoTime();
        long oldest = 0;
        for (KeptGame game : games.values()) {
            oldest = Math.max(oldest, now - game.storedAt);
        }
        return oldest;
    }

    Collection<KeptGame> all() {
        return List.copyOf(games.values());
    }

    int size() {
        return games.size();
    }
}
