package dev.mallard.faults.run;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.inject.Injection;
import dev.mallard.faults.inject.Injector;
import dev.mallard.faults.script.Fault;
import dev.mallard.faults.script.Spot;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Has faults happen, and waits for the recovery from each. What was killed is started again after the others have
 * recovered from its loss, so that they cannot wait for its return; at once if there are no others. One thread.
 */
final class Incidents {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Cluster cluster;
    private final Injector injector;
    private final Recovery recovery;
    private final long origin;

    /**
     * @param origin from when seconds count, in the sense of {@link System#nanoTime}
     */
    Incidents(Cluster cluster, Injector injector, Recovery recovery, long origin) {
        this.cluster = cluster;
        this.injector = injector;
        this.recovery = recovery;
        this.origin = origin;
    }

    FaultOutcome happen(Fault fault) throws IOException, InterruptedException {
        return switch (fault) {
            case Fault.Kill(Spot at) -> loss(fault, at);
            case Fault.Terminate(Spot at) -> loss(fault, at);
            default -> disturbance(fault);
        };
    }

    private FaultOutcome disturbance(Fault fault) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Injection injection = injector.begin(fault);
        Thread.sleep(fault.length());
        injection.end();
        long end = System.nanoTime();
        Optional<Duration> recovered = recovery.await(end);
        return outcome(fault, begin, end, recovered, recovery.lastTrouble());
    }

    private FaultOutcome loss(Fault fault, Spot at) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Injection injection = injector.begin(fault);
        if (!othersRun(at)) {
            injection.end();
            long end = System.nanoTime();
            Optional<Duration> recovered = recovery.await(begin);
            return outcome(fault, begin, end, recovered, recovery.lastTrouble());
        }
        Optional<Duration> recovered = recovery.await(begin);
        String trouble = recovery.lastTrouble();
        injection.end();
        long end = System.nanoTime();
        if (recovered.isPresent() && recovery.await(end).isEmpty()) {
            recovered = Optional.empty();
            trouble = "after its return: " + recovery.lastTrouble();
        }
        return outcome(fault, begin, end, recovered, trouble);
    }

    private boolean othersRun(Spot spot) {
        return cluster.all(spot.service()).stream()
                .anyMatch(other -> other.number() != spot.number() && other.running());
    }

    private FaultOutcome outcome(
            Fault fault, long begin, long end, Optional<Duration> recovered, String trouble) {
        return new FaultOutcome(
                fault,
                second(begin),
                second(end),
                recovered.map(time -> time.toNanos() / NANOS_PER_SECOND).orElse(null),
                trouble);
    }

    private double second(long nanoTime) {
        return (nanoTime - origin) / NANOS_PER_SECOND;
    }
}
