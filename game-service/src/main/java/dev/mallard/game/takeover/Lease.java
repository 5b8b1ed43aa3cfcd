package dev.mallard.game.takeover;

import dev.mallard.game.loop.Permit;
import dev.mallard.game.loop.TimeSource;

import java.time.Duration;

/**
 * How long the games of this service are surely its own. Time alone ends it, so that a process that was frozen
 * finds it lapsed before it does anything with a game. Reading is for any thread, the rest for one.
 */
public final class Lease implements Permit {

    private final TimeSource time;
    private final long lengthNanos;
    private volatile long grantedUntil;
    private volatile long confirmedUntil;
    private volatile long suspendedNanos;
    private boolean everGranted;

    /** Nothing is granted before the first confirmation. */
    public Lease(TimeSource time, Duration length) {
        this.time = time;
        this.lengthNanos = length.toNanos();
        this.grantedUntil = time.nanoTime();
        this.confirmedUntil = grantedUntil;
    }

    @Override
    public boolean granted() {
        return time.nanoTime() - grantedUntil < 0;
    }

    /** Whether the store has confirmed the lease for a moment. */
    boolean confirmedAt(long nanos) {
        return nanos - confirmedUntil < 0;
    }

    /** Ends it now. */
    void suspend() {
        long now = time.nanoTime();
        if (now - grantedUntil < 0) {
            grantedUntil = now;
        }
        confirmedUntil = now;
    }

    /**
     * The store has confirmed the lease, and that the games are still ours.
     *
     * @param askedAt when it was asked for that
     * @return whether games may have stood still
     */
    boolean confirmed(long askedAt) {
        confirmedUntil = askedAt + lengthNanos;
        return grant(confirmedUntil);
    }

    /** Goes on without the store; returns whether games may have stood still. */
    boolean tolerate() {
        return grant(time.nanoTime() + lengthNanos);
    }

    private boolean grant(long until) {
        long before = grantedUntil;
        if (until - before > 0) {
            grantedUntil = until;
        }
        long suspended = time.nanoTime() - before;
        if (suspended < 0) {
            return false;
        }
        if (everGranted) {
            suspendedNanos += suspended;
        }
        everGranted = true;
        return true;
    }

    /** How long games have stood still, all in all, nanoseconds. */
    long suspendedNanos() {
        return suspendedNanos;
    }

    /** Time since the store was asked for what it has confirmed last, nanoseconds. */
    long ageNanos() {
        return time.nanoTime() - confirmedUntil + lengthNanos;
    }
}
