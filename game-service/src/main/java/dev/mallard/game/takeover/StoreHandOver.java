package dev.mallard.game.takeover;

import dev.mallard.game.lifecycle.HandOver;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.takeover.KeptGames.KeptGame;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands games over through the store: each stands still with a last snapshot that anybody may take. What nobody
 * has taken in time is taken back and goes on.
 */
final class StoreHandOver implements HandOver {

    private static final Logger log = LoggerFactory.getLogger(StoreHandOver.class);

    private static final Duration SNAPSHOT_PATIENCE = Duration.ofSeconds(1);
    private static final long POLL_MILLIS = 50;

    private final GameStore store;
    private final SnapshotWriter writer;
    private final KeptGames kept;
    private final LiveGames games;
    private final TakeoverMetrics metrics;
    private final Duration timeout;
    private final Duration lease;
    private final int batch;

    /**
     * @param timeout how long to wait for others to take the games
     * @param lease how long to wait for others to show up: who lives has renewed its lease by then
     */
    StoreHandOver(
            GameStore store,
            SnapshotWriter writer,
            KeptGames kept,
            LiveGames games,
            TakeoverMetrics metrics,
            Duration timeout,
            Duration lease,
            int batch) {
        this.store = store;
        this.writer = writer;
        this.kept = kept;
        this.games = games;
        this.metrics = metrics;
        this.timeout = timeout;
        this.lease = lease;
        this.batch = batch;
    }

    @Override
    public void handOver() throws InterruptedException {
        if (kept.size() == 0) {
            return;
        }
        Map<Holding, KeptGame> released = new HashMap<>();
        try {
            int room = awaitRoom();
            if (kept.size() == 0) {
                return;
            }
            if (room == 0) {
                log.warn("There is no other game service with room for the games of this one");
                return;
            }
            release(room, released);
            log.info("{} games are handed over", released.size());
            awaitTaken(released);
            Set<Integer> taken = store.takeBack(released.keySet());
            dropTaken(released, taken);
        } catch (StoreException silent) {
            log.warn("Handing over is interrupted: {}", silent.getMessage());
        } finally {
            released.values().forEach(game -> game.actor().resume());
        }
    }

    /** Ends early when there is nothing left to hand over: the games have ended, or others have them already. */
    private int awaitRoom() throws InterruptedException {
        long deadline = System.nanoTime() + lease.toNanos();
        int room = store.roomElsewhere();
        while (room == 0 && kept.size() > 0 && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            room = store.roomElsewhere();
        }
        return room;
    }

    private void release(int room, Map<Holding, KeptGame> released) throws InterruptedException {
        List<KeptGame> all = kept.all().stream().limit(room).toList();
        for (int from = 0; from < all.size(); from += batch) {
            Map<Holding, KeptGame> part = new HashMap<>();
            all.subList(from, Math.min(all.size(), from + batch))
                    .forEach(game -> part.put(game.holding(), game));
            released.putAll(part);
            List<StoredGame> snapshots = stop(part.values().stream().toList());
            WriteAnswer answer = await(writer.writeLast(snapshots).toCompletableFuture());
            List<Holding> ours =
                    snapshots.stream().map(StoredGame::holding).filter(answer::has).toList();
            store.release(ours);
            part.keySet().stream()
                    .filter(holding -> !ours.contains(holding))
                    .forEach(holding -> resume(released, holding));
        }
    }

    /** The last snapshots of games that stand still from then on; a game that has ended has none. */
    private List<StoredGame> stop(List<KeptGame> part) throws InterruptedException {
        List<CompletableFuture<@Nullable StoredGame>> asked = new ArrayList<>();
        for (KeptGame game : part) {
            CompletableFuture<@Nullable StoredGame> answer = new CompletableFuture<>();
            asked.add(answer);
            game.actor().control(() -> answer.complete(last(game)));
        }
        List<StoredGame> snapshots = new ArrayList<>();
        for (CompletableFuture<@Nullable StoredGame> answer : asked) {
            StoredGame snapshot = await(answer);
            if (snapshot != null) {
                snapshots.add(snapshot);
            }
        }
        return snapshots;
    }

    private @Nullable StoredGame last(KeptGame game) {
        LiveGame live = game.actor().live();
        if (live == null || live.game().ended()) {
            return null;
        }
        StoredGame snapshot = game.wholeSnapshot(live.game());
        kept.withdraw(game.holding());
        game.actor().pause();
        return snapshot;
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> answer)
            throws InterruptedException {
        try {
            return answer.get(SNAPSHOT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new StoreException("no answer in time", failure);
        }
    }

    private static void resume(Map<Holding, KeptGame> released, Holding holding) {
        KeptGame game = released.remove(holding);
        if (game != null) {
            game.actor().resume();
        }
    }

    private void awaitTaken(Map<Holding, KeptGame> released) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!released.isEmpty() && System.nanoTime() - deadline < 0) {
            dropTaken(released, store.taken(released.keySet()));
            if (!released.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
    }

    /** The seats stay, so that who still asks here hears that the game is away. */
    private void dropTaken(Map<Holding, KeptGame> released, Set<Integer> taken) {
        released.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = taken.contains(entry.getKey().gameId());
                            if (gone) {
                                kept.lose(entry.getKey());
                                entry.getValue().actor().drop();
                                games.remove(entry.getValue().actor(), List.of());
                                metrics.handedOver();
                            }
                            return gone;
                        });
    }
}
