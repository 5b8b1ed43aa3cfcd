package dev.mallard.game.takeover;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Counts what is done for games to survive. Any thread. */
final class TakeoverMetrics {

    private final MeterRegistry meters;
    private final Counter snapshots;
    private final Counter bytes;
    private final Counter incomplete;
    private final Counter replaced;
    private final Counter writeFailures;
    private final Counter renewalFailures;
    private final Timer writes;
    private final Counter adopted;
    private final Counter fenced;
    private final Counter handedOver;
    private final Counter unreadable;

    TakeoverMetrics(MeterRegistry meters) {
        this.meters = meters;
        snapshots = counter("snapshots", "Snapshots that were written");
        bytes =
                Counter.builder("mallard.game.takeover.written")
                        .description("Bytes of the snapshots that were written")
                        .baseUnit("bytes")
                        .register(meters);
        incomplete =
                counter(
                        "snapshots.incomplete",
                        "Differences that the store did not take because it has forgotten the"
                                + " snapshot before");
        replaced =
                counter(
                        "snapshots.replaced",
                        "Snapshots that were not written because the store was slow");
        writeFailures =
                counter("snapshots.failed", "Snapshots that the store did not take in time");
        renewalFailures =
                counter("renewals.failed", "Renewals of the lease that were not confirmed");
        writes =
                Timer.builder("mallard.game.takeover.writes")
                        .description("Time until the store has confirmed some snapshots")
                        .register(meters);
        adopted = counter("adopted", "Games of other services that go on here");
        fenced = counter("fenced", "Games that were dropped because they go on elsewhere");
        handedOver = counter("handed.over", "Games that were handed over on the way down");
        unreadable = counter("unreadable", "Games that could not be restored, and were set aside");
    }

    private Counter counter(String name, String description) {
        return Counter.builder("mallard.game.takeover." + name)
                .description(description)
                .register(meters);
    }

    /** Shows what is counted elsewhere. */
    void show(Lease lease, SnapshotQueue queue, KeptGames kept) {
        FunctionCounter.builder(
                        "mallard.game.takeover.suspended", lease, l -> l.suspendedNanos() / 1e9)
                .description("Time that games stood still because the lease had lapsed")
                .baseUnit("seconds")
                .register(meters);
        TimeGauge.builder(
                        "mallard.game.takeover.lease.age",
                        lease,
                        TimeUnit.NANOSECONDS,
                        Lease::ageNanos)
                .description("Time since the lease was confirmed last")
                .register(meters);
        TimeGauge.builder(
                        "mallard.game.takeover.snapshots.age",
                        kept,
                        TimeUnit.NANOSECONDS,
                        KeptGames::oldestNanos)
                .description(
                        "Time since the store has confirmed a snapshot, of the game with which that"
                                + " is longest ago")
                .register(meters);
        Gauge.builder("mallard.game.takeover.snapshots.waiting", queue, SnapshotQueue::size)
                .description("Snapshots that wait to be written")
                .register(meters);
        Gauge.builder("mallard.game.takeover.kept", kept, KeptGames::size)
                .description("Games that are kept in the store")
                .register(meters);
    }

    void written(List<StoredGame> games, WriteAnswer answer, long nanos) {
        List<StoredGame> stored =
                games.stream().filter(game -> answer.has(game.holding())).toList();
        snapshots.increment(stored.size());
        bytes.increment(stored.stream().mapToInt(StoredGame::size).sum());
        incomplete.increment(answer.incomplete().size());
        writes.record(nanos, TimeUnit.NANOSECONDS);
    }

    void snapshotReplaced() {
        replaced.increment();
    }

    void writeFailed(int games) {
        writeFailures.increment(games);
    }

    void renewalFailed() {
        renewalFailures.increment();
    }

    void adopted() {
        adopted.increment();
    }

    void fenced() {
        fenced.increment();
    }

    void handedOver() {
        handedOver.increment();
    }

    void unreadable() {
        unreadable.increment();
    }
}
