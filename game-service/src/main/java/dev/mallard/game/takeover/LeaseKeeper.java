package dev.mallard.game.takeover;

import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.TimeSource;
import dev.mallard.game.takeover.KeptGames.KeptGame;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;

/**
 * Renews the lease of this service. Whenever it may have lapsed, the games stand still until the store has said
 * which of them are still ours; the others are dropped. A store that does not answer at all stops the games for
 * a bounded time only. {@link #renew} is for one thread at a time.
 */
final class LeaseKeeper {

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    private final GameStore store;
    private final Lease lease;
    private final KeptGames kept;
    private final Fencing fencing;
    private final LiveGames games;
    private final TimeSource time;
    private final TakeoverMetrics metrics;
    private final long leaseNanos;
    private final long patienceNanos;
    private final long ttlNanos;
    private boolean everAnswered;
    private boolean uncertain = true;
    private long ranAt;
    private long confirmedAt;
    private volatile boolean answering;
    private volatile long answeringSince;
    private long silentSince;

    LeaseKeeper(
            GameStore store,
            Lease lease,
            KeptGames kept,
            Fencing fencing,
            LiveGames games,
            TimeSource time,
            TakeoverMetrics metrics,
            TakeoverProperties properties) {
        this.store = store;
        this.lease = lease;
        this.kept = kept;
        this.fencing = fencing;
        this.games = games;
        this.time = time;
        this.metrics = metrics;
        this.leaseNanos = properties.lease().toNanos();
        this.patienceNanos = properties.outagePatience().toNanos();
        this.ttlNanos = properties.recordTtl().toNanos();
        this.ranAt = time.nanoTime();
        this.silentSince = ranAt;
        this.confirmedAt = ranAt;
    }

    /** Renews the lease, and does what follows from it. */
    synchronized void renew() {
        long now = time.nanoTime();
        if (now - ranAt >= leaseNanos) {
            log.warn("This service stood still for {} ms", (now - ranAt) / 1_000_000);
            silentSince = now;
        }
        ranAt = now;
        try {
            boolean held = store.renewLease(games.free());
            if (!held || uncertain || !lease.confirmedAt(now)) {
                lookThrough(now);
            }
            confirmed(now);
        } catch (StoreException silent) {
            silent(now, silent);
        }
    }

    private void lookThrough(long now) {
        lease.suspend();
        List<Holding> holdings = kept.all().stream().map(KeptGame::holding).toList();
        if (!holdings.isEmpty()) {
            // What the store has forgotten by itself in the meantime may have been taken and have
            // ended.
            boolean unknownIsOwn = now - confirmedAt < ttlNanos;
            fencing.drop(holdings, store.lost(holdings, unknownIsOwn));
        }
    }

    private void confirmed(long askedAt) {
        uncertain = false;
        confirmedAt = askedAt;
        if (!answering) {
            answeringSince = everAnswered || isYoung() ? askedAt : askedAt - leaseNanos;
            everAnswered = true;
            answering = true;
            log.info("The store of the games answers");
        }
        if (lease.confirmed(askedAt)) {
            goOn();
        }
    }

    /** A store that has just started does not know the leases of others yet. */
    private boolean isYoung() {
        try {
            return store.uptime().compareTo(Duration.ofNanos(leaseNanos).multipliedBy(2)) < 0;
        } catch (StoreException silent) {
            return true;
        }
    }

    private void silent(long now, StoreException failure) {
        metrics.renewalFailed();
        if (answering) {
            log.warn("The store of the games does not answer: {}", failure.getMessage());
            answering = false;
            silentSince = now;
        }
        // A renewal may have come through without us knowing, after the lease had lapsed.
        uncertain = true;
        if (time.nanoTime() - silentSince >= patienceNanos && lease.tolerate()) {
            log.warn("The games go on without the store");
            goOn();
        }
    }

    /** Also those that are being created, and are not kept yet. */
    private void goOn() {
        games.all().forEach(GameActor::resumeIfPermitted);
    }

    /** Whether the store has answered for a whole lease, so that everybody alive has renewed. Any thread. */
    boolean isSettled() {
        return answering && lease.granted() && time.nanoTime() - answeringSince >= leaseNanos;
    }

    /** Whether the store answered the last time. Any thread. */
    boolean isAnswering() {
        return answering;
    }
}
