package dev.mallard.gateway.upstream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a link waits before its next attempt to connect; see {@link UpstreamProperties.Retry}. Confined
 * to one thread.
 */
final class Backoff {

    private final UpstreamProperties.Retry times;
    private final RandomGenerator random;
    private Duration next;
    private long lostAtNanos;

    Backoff(UpstreamProperties.Retry times, RandomGenerator random, long nowNanos) {
        this.times = times;
        this.random = random;
        this.next = times.min();
        this.lostAtNanos = nowNanos;
    }

    /** The link was up, and is lost now: waiting begins anew. */
    void reset(long nowNanos) {
        next = times.min();
        lostAtNanos = nowNanos;
    }

    /**
     * The time to wait after one more failure.
     *
     * @param answered whether the machine answered, if only that nobody listens there
     */
    Duration afterFailure(boolean answered, long nowNanos) {
        boolean eager = answered && nowNanos - lostAtNanos < times.eagerPeriod().toNanos();
        Duration bound = eager ? times.eager() : times.max();
        Duration wait = min(next, bound);
        next = min(next.multipliedBy(2), times.max());
        return shortened(wait);
    }

    /** The time to wait after the instance has said that it does not want this gateway. */
    Duration afterRefusal() {
        return shortened(times.max());
    }

    private Duration shortened(Duration wait) {
        long nanos = wait.toNanos();
        return Duration.ofNanos(nanos - random.nextLong(nanos / 2 + 1));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
