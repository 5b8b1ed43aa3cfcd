package dev.mallard.game.takeover;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Where the games of all services are kept, with their owners. Everything happens on condition that the games
 * belong to who is said to own them. Any thread; waits for a bounded time, and throws {@link StoreException}.
 */
public interface GameStore extends AutoCloseable {

    /** Owns what was given away and not taken yet. Has never a lease. */
    String RELEASED = "released";

    /**
     * Renews the lease of this service.
     *
     * @param free how many games this service could take
     * @return false if it had lapsed: since then, others may have taken games
     */
    boolean renewLease(int free);

    /** Gives the lease up. */
    void giveUpLease();

    /**
     * Stores games of this service; fails with {@link StoreException}.
     *
     * @return which of them are not stored
     */
    CompletionStage<WriteAnswer> write(List<StoredGame> games);

    /** Forgets games of this service that are over; fails with {@link StoreException}. */
    CompletionStage<Void> end(List<Holding> games);

    /**
     * Which of some games do not belong to this service.
     *
     * @param unknownIsOwn whether games that the store knows nothing of count as belonging to it
     */
    Set<Integer> lost(Collection<Holding> games, boolean unknownIsOwn);

    /** Which of some games that this service has released have been taken. */
    Set<Integer> taken(Collection<Holding> games);

    /** Takes games from owners without a lease, at random; none while this service has no lease itself. */
    List<ClaimedGame> claim(int atMost);

    /**
     * Lets others take games of this service at once.
     *
     * @return the ids of those that are not its own
     */
    Set<Integer> release(Collection<Holding> games);

    /**
     * Takes back games that this service has released.
     *
     * @return the ids of those that others have taken
     */
    Set<Integer> takeBack(Collection<Holding> games);

    /** Puts a game of this service away so that nobody takes it. */
    void setAside(Holding game);

    /** How many games the other services could take. */
    int roomElsewhere();

    /** For how long the store has been running. */
    Duration uptime();

    @Override
    void close();
}
