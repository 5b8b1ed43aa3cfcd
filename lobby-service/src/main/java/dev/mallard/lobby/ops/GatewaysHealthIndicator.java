package dev.mallard.lobby.ops;

import dev.mallard.protocol.link.server.GatewayLink;
import dev.mallard.protocol.link.server.GatewayLinks;
import dev.mallard.protocol.link.server.SessionDirectory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows which gateways are connected. Always up: a lobby without gateways waits for them. */
@Component("gateways")
class GatewaysHealthIndicator implements HealthIndicator {

    private final GatewayLinks links;
    private final SessionDirectory sessions;

    GatewaysHealthIndicator(GatewayLinks links, SessionDirectory sessions) {
        this.links = links;
        this.sessions = sessions;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail(
                        "gateways",
                        links.all().stream().map(GatewayLink::gatewayId).distinct().toList())
                .withDetail("links", links.all().size())
                .withDetail("sessions", sessions.size())
                .build();
    }
}
