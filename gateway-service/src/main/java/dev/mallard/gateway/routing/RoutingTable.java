package dev.mallard.gateway.routing;

import dev.mallard.gateway.client.SessionPhase;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Says who serves a packet, for each kind of session state. Looking up is two array accesses. Immutable;
 * any thread.
 */
public final class RoutingTable {

    private final @Nullable Route[][] routes;

    /** Routes by phase and packet id; a hole is an id that no client may send. */
    RoutingTable(@Nullable Route[][] routes) {
        this.routes = routes;
    }

    /** Begins an empty table. */
    public static RoutingTableBuilder define() {
        return new RoutingTableBuilder();
    }

    /** The route of a packet, or null if clients may not send it. */
    public @Nullable Route find(SessionPhase phase, int packetId) {
        @Nullable Route[] ofPhase = routes[phase.ordinal()];
        return packetId < ofPhase.length ? ofPhase[packetId] : null;
    }

    /** The routes of a phase in the order of the packet ids. */
    public List<Route> routes(SessionPhase phase) {
        Stream<@Nullable Route> all = Arrays.stream(routes[phase.ordinal()]);
        return all.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
