package dev.mallard.faults.run;

import dev.mallard.bots.client.GameClientException;
import dev.mallard.bots.load.LoadRun;
import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Waits until everything works again: all bots are logged in, and a probe through the first and the last gateway that run
 * plays a game. One thread.
 */
final class Recovery {

    /** Longer is a failure. */
    static final Duration LONGEST = Duration.ofSeconds(90);

    private static final long PAUSE_MILLIS = 100;

    private final Cluster cluster;
    private final LoadRun bots;
    private final ProbeMatch probe;
    private String lastTrouble = "";

    Recovery(Cluster cluster, LoadRun bots, ProbeMatch probe) {
        this.cluster = cluster;
        this.bots = bots;
        this.probe = probe;
    }

    /**
     * @param since in the sense of {@link System#nanoTime}
     * @return how long after it everything worked, nothing if it did not within {@link #LONGEST} from now
     */
    Optional<Duration> await(long since) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() - deadline < 0) {
            if (everybodyIn() && probeWorks() && everybodyIn()) {
                return Optional.of(Duration.ofNanos(System.nanoTime() - since));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Optional.empty();
    }

    /** What did not work the last time that something did not. */
    String lastTrouble() {
        return lastTrouble;
    }

    private boolean everybodyIn() {
        int offline = bots.headcount().offline();
        if (offline > 0) {
            lastTrouble = offline + " players are not logged in";
        }
        return offline == 0;
    }

    private boolean probeWorks() throws InterruptedException {
        List<Instance> gateways =
                cluster.all(Service.GATEWAY).stream().filter(Instance::running).toList();
        if (gateways.isEmpty()) {
            lastTrouble = "no gateway runs";
            return false;
        }
        try {
            probe.play(port(gateways.getFirst()), port(gateways.getLast()));
            return true;
        } catch (GameClientException failure) {
            lastTrouble = "a probe failed: " + failure.getMessage();
            return false;
        }
    }

    private int port(Instance gateway) {
        return cluster.clientPort(gateway.number());
    }
}
