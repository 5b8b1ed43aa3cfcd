package dev.mallard.gateway.ops;

import dev.mallard.gateway.upstream.UpstreamGroup;
import dev.mallard.gateway.upstream.UpstreamInstance;
import dev.mallard.gateway.upstream.UpstreamLink;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A group is up when packets flow to at least one of its instances; the details name each instance. */
final class UpstreamGroupHealth implements HealthIndicator {

    private final UpstreamGroup group;

    UpstreamGroupHealth(UpstreamGroup group) {
        this.group = group;
    }

    @Override
    public Health health() {
        Health.Builder health = group.isUsable() ? Health.up() : Health.down();
        for (UpstreamInstance instance : group.instances()) {
            health.withDetail(instance.address().toString(), describe(instance));
        }
        return health.build();
    }

    /** The state of the instance's best link, and what is wrong if that is not up. */
    private static String describe(UpstreamInstance instance) {
        UpstreamLink shown = instance.link(0);
        for (UpstreamLink link : instance.links()) {
            if (link.isUsable()) {
                shown = link;
                break;
            }
        }
        return shown.trouble().isEmpty()
                ? shown.state().name()
                : shown.state() + ": " + shown.trouble();
    }
}
