package dev.mallard.game.takeover;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether games would survive. Without the store they go on as well, so this never makes the service unready,
 * and never says that it is down.
 */
final class TakeoverHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    /** Many snapshots of a game have failed by then, one after another. */
    private static final Duration OLD = Duration.ofSeconds(10);

    private final LeaseKeeper keeper;
    private final Lease lease;
    private final KeptGames kept;
    private final SnapshotQueue queue;

    TakeoverHealth(LeaseKeeper keeper, Lease lease, KeptGames kept, SnapshotQueue queue) {
        this.keeper = keeper;
        this.lease = lease;
        this.kept = kept;
        this.queue = queue;
    }

    @Override
    public Health health() {
        long oldest = kept.oldestNanos();
        boolean safe = keeper.isAnswering() && lease.granted() && oldest < OLD.toNanos();
        Health.Builder health = safe ? Health.up() : Health.status(DEGRADED);
        return health.withDetail("storeAnswers", keeper.isAnswering())
                .withDetail("gamesMayRun", lease.granted())
                .withDetail("leaseAge", TimeUnit.NANOSECONDS.toMillis(lease.ageNanos()) + " ms")
                .withDetail("keptGames", kept.size())
                .withDetail("oldestSnapshot", TimeUnit.NANOSECONDS.toMillis(oldest) + " ms")
                .withDetail("waitingSnapshots", queue.size())
                .build();
    }
}
