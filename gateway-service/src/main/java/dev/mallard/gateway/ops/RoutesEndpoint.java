package dev.mallard.gateway.ops;

import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.gateway.routing.Route;
import dev.mallard.gateway.routing.RoutingTable;
import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows the routing table in force. */
@Component
@Endpoint(id = "routes")
public class RoutesEndpoint {

    private final RoutingTable table;

    public RoutesEndpoint(RoutingTable table) {
        this.table = table;
    }

    /** The whole table. */
    public record Routes(List<Entry> routes) {}

    /**
     * One packet's route.
     *
     * @param targets who serves the packet, by the kind of the session's state
     */
    public record Entry(int id, String packet, Map<SessionPhase, String> targets) {}

    @ReadOperation
    public Routes routes() {
        Map<Integer, Entry> entries = new TreeMap<>();
        for (SessionPhase phase : SessionPhase.values()) {
            for (Route route : table.routes(phase)) {
                entries.computeIfAbsent(
                                route.packetId(),
                                id -> new Entry(id, name(route.type()), new TreeMap<>()))
                        .targets()
                        .put(phase, route.target().toString());
            }
        }
        return new Routes(new ArrayList<>(entries.values()));
    }

    private static String name(@Nullable PacketType type) {
        return type == null ? "" : type.name();
    }
}
