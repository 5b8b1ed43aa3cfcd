package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.RequestWatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures the time from the receipt of a request until its answer has been passed on. Of the requests on a
 * link only every {@value #SAMPLED_ONE_OF}th is measured, so that the others need no clock. Any thread,
 * except where said.
 */
final class RoutingLatency {

    static final int SAMPLED_ONE_OF = 16;

    private final Map<UpstreamGroup, Timer> timers = new HashMap<>();

    RoutingLatency(List<UpstreamGroup> groups, MeterRegistry meters) {
        for (UpstreamGroup group : groups) {
            timers.put(
                    group,
                    Timer.builder("mallard.gateway.routing.latency")
                            .description(
                                    "Time from a client's request to its answer, of one request in "
                                            + SAMPLED_ONE_OF)
                            .tag("upstream", group.name())
                            .serviceLevelObjectives(
                                    Duration.ofNanos(250_000),
                                    Duration.ofNanos(500_000),
                                    Duration.ofMillis(1),
                                    Duration.ofMillis(2),
                                    Duration.ofMillis(5),
                                    Duration.ofMillis(10),
                                    Duration.ofMillis(50),
                                    Duration.ofMillis(100),
                                    Duration.ofSeconds(1))
                            .register(meters));
        }
    }

    /**
     * What measures the request that is about to go out on a link.
     *
     * @return null for most requests. On the link's event loop.
     */
    @Nullable RequestWatch watch(UpstreamLink link) {
        return link.countRequest() % SAMPLED_ONE_OF == 0 ? begin(link.instance().group()) : null;
    }

    private @Nullable RequestWatch begin(UpstreamGroup group) {
        Timer timer = timers.get(group);
        return timer == null ? null : new Sample(timer, System.nanoTime());
    }

    private record Sample(Timer timer, long startNanos) implements RequestWatch {

        @Override
        public void answered() {
            timer.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void abandoned() {
            // What was never answered has no latency; the client has got an error, or is gone.
        }
    }
}
