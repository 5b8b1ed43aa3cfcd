package dev.mallard.faults.run;

import dev.mallard.bots.client.GameClientException;
import dev.mallard.bots.load.LoadRun;
import dev.mallard.faults.check.MetricsPage;
import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Waits until everything works again: all bots are logged in, all links between what runs are up, and a probe through the
 * first and the last gateway that run plays a game. One thread.
 */
final class Recovery {

    /** Longer is a failure. */
    static final Duration LONGEST = Duration.ofSeconds(90);

    private static final long PAUSE_MILLIS = 100;
    private static final String LINKS = "mallard_gateway_upstream_links";

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
        lastTrouble = "";
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() - deadline < 0) {
            if (everybodyIn() && linksUp() && probeWorks() && everybodyIn()) {
                return Optional.of(Duration.ofNanos(System.nanoTime() - since));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Optional.empty();
    }

    /** What did not work the last time that something did not since the wait began; empty if all worked at once. */
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

    private boolean linksUp() throws InterruptedException {
        for (Instance gateway : running(Service.GATEWAY)) {
            MetricsPage page = MetricsPage.of(gateway);
            for (Service service : List.of(Service.LOBBY, Service.GAME)) {
                String upstream = "upstream=\"" + service.label() + "\"";
                double all = page.sum(LINKS, upstream).orElse(Double.NaN);
                double up = page.sum(LINKS, upstream, "state=\"UP\"").orElse(0);
                double share = (double) running(service).size() / cluster.all(service).size();
                if (!(up >= all * share - 1e-9)) {
                    lastTrouble =
                            "%s has %.0f of %.0f links to %s"
                                    .formatted(gateway, up, all * share, service.label());
                    return false;
                }
            }
        }
        return true;
    }

    private List<Instance> running(Service service) {
        return cluster.all(service).stream().filter(Instance::running).toList();
    }

    private boolean probeWorks() throws InterruptedException {
        List<Instance> gateways = running(Service.GATEWAY);
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
