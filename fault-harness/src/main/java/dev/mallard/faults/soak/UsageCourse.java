package dev.mallard.faults.soak;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.ProcessUsage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes down every ten seconds what the processes of a cluster use, on a thread of its own. The oldest samples of a
 * very long run are given up: {@value #MOST} are kept.
 */
public final class UsageCourse implements AutoCloseable {

    private static final long PERIOD_SECONDS = 10;
    private static final int MOST = 10_000;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * @param second since the beginning of the course
     * @param byInstance usage of those that ran
     */
    public record Sample(double second, Map<String, ProcessUsage> byInstance) {

        public Sample {
            byInstance = Map.copyOf(byInstance);
        }
    }

    private final Cluster cluster;
    private final long begin = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("usage").daemon().unstarted(task));

    public UsageCourse(Cluster cluster) {
        this.cluster = cluster;
        timer.scheduleAtFixedRate(this::take, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void take() {
        Map<String, ProcessUsage> usage = new LinkedHashMap<>();
        for (Instance instance : cluster.all()) {
            instance.usage().ifPresent(found -> usage.put(instance.name(), found));
        }
        synchronized (samples) {
            if (samples.size() == MOST) {
                samples.removeFirst();
            }
            samples.add(new Sample((System.nanoTime() - begin) / NANOS_PER_SECOND, usage));
        }
    }

    public List<Sample> samples() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
