package dev.mallard.gateway.upstream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Measures the heartbeats of each group, and counts what is wrong with its links. Any thread. */
final class LinkMeters {

    private final Map<UpstreamGroup, Timer> roundTrips = new HashMap<>();
    private final Map<UpstreamGroup, Map<LinkFailure, Counter>> failures = new HashMap<>();

    LinkMeters(List<UpstreamGroup> groups, MeterRegistry meters) {
        for (UpstreamGroup group : groups) {
            roundTrips.put(
                    group,
                    Timer.builder("mallard.gateway.upstream.heartbeat")
                            .description("Time until an instance answers a heartbeat")
                            .tag("upstream", group.name())
                            .serviceLevelObjectives(
                                    Duration.ofMillis(1),
                                    Duration.ofMillis(10),
                                    Duration.ofMillis(100),
                                    Duration.ofSeconds(1))
                            .register(meters));
            Map<LinkFailure, Counter> ofGroup = new EnumMap<>(LinkFailure.class);
            for (LinkFailure reason : LinkFailure.values()) {
                ofGroup.put(
                        reason,
                        Counter.builder("mallard.gateway.upstream.failures")
                                .description("Links that broke or did not come up, by reason")
                                .tag("upstream", group.name())
                                .tag("reason", reason.name())
                                .register(meters));
            }
            failures.put(group, ofGroup);
        }
    }

    void failed(UpstreamGroup group, LinkFailure reason) {
        Counter counter = failures.getOrDefault(group, Map.of()).get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    void roundTrip(UpstreamGroup group, long nanos) {
        Timer timer = roundTrips.get(group);
        if (timer != null && nanos >= 0) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
