package dev.mallard.gateway.ops;

import dev.mallard.gateway.client.ClientDrain;
import dev.mallard.gateway.client.ConnectionLimits;
import dev.mallard.gateway.client.ConnectionRefusal;
import dev.mallard.gateway.client.ConnectionRefusals;
import dev.mallard.gateway.client.DisconnectReason;
import dev.mallard.gateway.client.PacketTraffic;
import dev.mallard.gateway.client.PacketTraffic.Flow;
import dev.mallard.gateway.client.SessionCounters;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.protocol.Direction;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** Shows the counters of sessions and packets as metrics; counting itself knows nothing of them. */
@Component
final class GatewayMetrics implements MeterBinder {

    private static final String OTHER = "OTHER";

    private final SessionCounters sessions;
    private final PacketTraffic traffic;
    private final ConnectionLimits connections;
    private final ConnectionRefusals refusals;
    private final ClientDrain drain;

    GatewayMetrics(
            SessionCounters sessions,
            PacketTraffic traffic,
            ConnectionLimits connections,
            ConnectionRefusals refusals,
            ClientDrain drain) {
        this.sessions = sessions;
        this.connections = connections;
        this.refusals = refusals;
        this.drain = drain;
        this.traffic = traffic;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bindConnections(registry);
        bindSessions(registry);
        bindRefusals(registry);
        for (PacketType type : PacketType.values()) {
            if (type.direction() == Direction.CLIENT_TO_SERVER) {
                bind(registry, "in", type.name(), traffic.in(type.id()));
            } else if (type.direction() == Direction.SERVER_TO_CLIENT) {
                bind(registry, "out", type.name(), traffic.out(type.id()));
            }
        }
        bind(registry, "in", OTHER, traffic.otherIn());
        bind(registry, "out", OTHER, traffic.otherOut());
    }

    private void bindConnections(MeterRegistry registry) {
        FunctionCounter.builder(
                        "mallard.gateway.connections.accepted",
                        sessions,
                        SessionCounters::acceptedConnections)
                .description("Client connections accepted")
                .register(registry);
        Gauge.builder("mallard.gateway.connections.open", connections, ConnectionLimits::open)
                .description("Client connections, from their acceptance to the end of the socket")
                .register(registry);
        Gauge.builder(
                        "mallard.gateway.connections.addresses",
                        connections,
                        ConnectionLimits::addresses)
                .description("Different addresses that client connections come from")
                .register(registry);
        Gauge.builder("mallard.gateway.draining", drain, d -> d.isRunning() ? 1 : 0)
                .description("1 while the gateway waits for its players before it stops")
                .register(registry);
        for (ConnectionRefusal reason : ConnectionRefusal.values()) {
            FunctionCounter.builder(
                            "mallard.gateway.connections.refused", refusals, r -> r.count(reason))
                    .description("Client connections refused before they became a session")
                    .tag("reason", reason.name())
                    .register(registry);
        }
    }

    private void bindSessions(MeterRegistry registry) {
        for (SessionPhase phase : SessionPhase.values()) {
            Gauge.builder("mallard.gateway.sessions", sessions, s -> s.inPhase(phase))
                    .description("Client connections by the state of their session")
                    .tag("state", phase.name())
                    .register(registry);
        }
        for (DisconnectReason reason : DisconnectReason.values()) {
            FunctionCounter.builder(
                            "mallard.gateway.disconnects", sessions, s -> s.disconnects(reason))
                    .description("Client connections ended, by reason")
                    .tag("reason", reason.name())
                    .register(registry);
        }
    }

    private void bindRefusals(MeterRegistry registry) {
        for (ErrorCode code : ErrorCode.values()) {
            FunctionCounter.builder(
                            "mallard.gateway.packets.refused", sessions, s -> s.refusals(code))
                    .description("Packets that the gateway itself answered with an error")
                    .tag("error", code.name())
                    .register(registry);
        }
        FunctionCounter.builder(
                        "mallard.gateway.packets.dropped",
                        sessions,
                        SessionCounters::droppedPackets)
                .description("Packets ignored because of the session's state")
                .register(registry);
        FunctionCounter.builder(
                        "mallard.gateway.packets.skipped",
                        sessions,
                        SessionCounters::skippedPackets)
                .description("Periodic packets left out or merged for slow clients")
                .register(registry);
    }

    private static void bind(MeterRegistry registry, String way, String type, Flow flow) {
        FunctionCounter.builder("mallard.gateway.packets." + way, flow, Flow::packets)
                .description("Client packets by type")
                .tag("type", type)
                .register(registry);
        FunctionCounter.builder("mallard.gateway.traffic." + way, flow, Flow::bytes)
                .description("Bytes of client frames by packet type")
                .baseUnit("bytes")
                .tag("type", type)
                .register(registry);
    }
}
