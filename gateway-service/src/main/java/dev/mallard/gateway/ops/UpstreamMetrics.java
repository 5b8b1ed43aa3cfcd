package dev.mallard.gateway.ops;

import dev.mallard.gateway.upstream.FencedMessage;
import dev.mallard.gateway.upstream.LinkState;
import dev.mallard.gateway.upstream.UpstreamGroup;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

import java.util.stream.Stream;

/** Shows the links to the services as metrics. */
@Component
final class UpstreamMetrics implements MeterBinder {

    private final UpstreamGroups groups;

    UpstreamMetrics(UpstreamGroups groups) {
        this.groups = groups;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (UpstreamGroup group : groups.all()) {
            for (LinkState state : LinkState.values()) {
                Gauge.builder("mallard.gateway.upstream.links", group, g -> count(g, state))
                        .description("Links to the instances of a group, by state")
                        .tag("upstream", group.name())
                        .tag("state", state.name())
                        .register(registry);
            }
            Gauge.builder("mallard.gateway.upstream.pending", group, UpstreamMetrics::pending)
                    .description("Bytes that wait to be sent on the links of a group")
                    .baseUnit("bytes")
                    .tag("upstream", group.name())
                    .register(registry);
            FunctionCounter.builder(
                            "mallard.gateway.upstream.reconnects", group, UpstreamGroup::reconnects)
                    .description("Links that came up again")
                    .tag("upstream", group.name())
                    .register(registry);
            FunctionCounter.builder(
                            "mallard.gateway.upstream.overflows", group, UpstreamGroup::overflows)
                    .description("Packets not forwarded because too much waits on the link")
                    .tag("upstream", group.name())
                    .register(registry);
            for (FencedMessage kind : FencedMessage.values()) {
                FunctionCounter.builder(
                                "mallard.gateway.upstream.fenced",
                                group,
                                g -> g.fencedMessages(kind))
                        .description("Messages of instances that do not run the game any more")
                        .tag("upstream", group.name())
                        .tag("kind", kind.name())
                        .register(registry);
            }
        }
    }

    private static Stream<UpstreamLink> links(UpstreamGroup group) {
        return group.instances().stream().flatMap(instance -> instance.links().stream());
    }

    private static double count(UpstreamGroup group, LinkState state) {
        return links(group).filter(link -> link.state() == state).count();
    }

    private static double pending(UpstreamGroup group) {
        return links(group).mapToLong(UpstreamLink::pendingBytes).sum();
    }
}
