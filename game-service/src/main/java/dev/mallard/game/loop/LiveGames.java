package dev.mallard.game.loop;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The games of this service: which there are, and in which one each user has a seat. A user has a seat in
 * one game at most. Any thread.
 */
public final class LiveGames {

    private final int maxGames;
    private final ConcurrentMap<Integer, GameActor> games = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, GameActor> seats = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition emptied = lock.newCondition();
    private boolean closed;

    /** What {@link #add} did. */
    public enum Added {
        ADDED,
        /** There is a game with this id; nothing has changed. */
        EXISTS,
        /** There are as many games as there may be, or no new ones are wanted; nothing has changed. */
        FULL
    }

    /**
     * @param maxGames how many games there may be at the same time, at least 1
     */
    public LiveGames(int maxGames) {
        this.maxGames = maxGames;
    }

    /** Adds a game. */
    public Added add(GameActor game) {
        lock.lock();
        try {
            if (closed || games.size() >= maxGames) {
                return Added.FULL;
            }
            return games.putIfAbsent(game.id(), game) == null ? Added.ADDED : Added.EXISTS;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets a game and the seats in it.
     *
     * @param userIds all users who ever got a seat in it
     */
    public void remove(GameActor game, Collection<Integer> userIds) {
        userIds.forEach(userId -> seats.remove(userId, game));
        lock.lock();
        try {
            games.remove(game.id(), game);
            if (games.isEmpty()) {
                emptied.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a game, and all seats in it. */
    public void drop(GameActor game) {
        seats.values().removeIf(seat -> seat == game);
        remove(game, List.of());
    }

    /**
     * Gives a user a seat in a game.
     *
     * @return the game in which the user had a seat until now, or null
     */
    public @Nullable GameActor seat(int userId, GameActor game) {
        return seats.put(userId, game);
    }

    /** Takes a user's seat in a game away; nothing happens if it is in another game by now. */
    public void unseat(int userId, GameActor game) {
        seats.remove(userId, game);
    }

    /** The game with this id, or null. */
    public @Nullable GameActor find(int gameId) {
        return games.get(gameId);
    }

    /** The game in which a user has a seat, or null. */
    public @Nullable GameActor ofUser(int userId) {
        return seats.get(userId);
    }

    /** All games, as they are at the moment. */
    public Collection<GameActor> all() {
        return List.copyOf(games.values());
    }

    /** How many games there are. */
    public int size() {
        return games.size();
    }

    /** How many users have a seat. */
    public int players() {
        return seats.size();
    }

    /** Whether a game could be added now. */
    public boolean accepting() {
        lock.lock();
        try {
            return !closed && games.size() < maxGames;
        } finally {
            lock.unlock();
        }
    }

    /** How many games could be added now. */
    public int free() {
        lock.lock();
        try {
            return closed ? 0 : Math.max(0, maxGames - games.size());
        } finally {
            lock.unlock();
        }
    }

    /** Whether no new games are wanted any more. */
    public boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** From now on no game can be added. */
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is no game.
     *
     * @return false if there still are some after the given time
     */
    public boolean awaitEmpty(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!games.isEmpty()) {
                if (left <= 0) {
                    return false;
                }
                left = emptied.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Most commands that wait for one game at the moment. */
    public int deepestMailbox() {
        return games.values().stream().mapToInt(GameActor::depth).max().orElse(0);
    }

    /** Commands that wait for all games at the moment. */
    public long waiting() {
        return games.values().stream().mapToLong(GameActor::depth).sum();
    }
}
