package dev.mallard.protocol.link.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The open links of all gateways. Any thread. */
public final class GatewayLinks {

    private final List<GatewayLink> links = new CopyOnWriteArrayList<>();
    private final Timer roundTrip;
    private final Map<LinkRefusal, Counter> refusals = new EnumMap<>(LinkRefusal.class);

    public GatewayLinks(MeterRegistry meters) {
        this.roundTrip =
                Timer.builder("mallard.link.roundtrip")
                        .description("Time until a gateway answers a heartbeat")
                        .register(meters);
        Gauge.builder("mallard.link.gateways", links, List::size)
                .description("Open links from gateways")
                .register(meters);
        for (LinkRefusal reason : LinkRefusal.values()) {
            refusals.put(
                    reason,
                    Counter.builder("mallard.link.refused")
                            .description("Connections that did not become a link, by reason")
                            .tag("reason", reason.name())
                            .register(meters));
        }
    }

    /** A connection does not become a link. */
    void refused(LinkRefusal reason) {
        Objects.requireNonNull(refusals.get(reason)).increment();
    }

    void add(GatewayLink link) {
        links.add(link);
    }

    void remove(GatewayLink link) {
        links.remove(link);
    }

    void roundTrip(long sentAtNanos) {
        roundTrip.record(Math.max(0, System.nanoTime() - sentAtNanos), TimeUnit.NANOSECONDS);
    }

    /** All open links, in the order in which they came up. */
    public List<GatewayLink> all() {
        return List.copyOf(links);
    }

    /** Any open link, or null if no gateway is connected. */
    public @Nullable GatewayLink any() {
        for (GatewayLink link : links) {
            if (link.isOpen()) {
                return link;
            }
        }
        return null;
    }
}
