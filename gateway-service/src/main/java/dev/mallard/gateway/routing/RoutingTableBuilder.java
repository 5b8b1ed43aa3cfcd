package dev.mallard.gateway.routing;

import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the rows of a routing table and checks them. A fault stops the start of the gateway with a
 * message that names it. Confined to one thread.
 */
public final class RoutingTableBuilder {

    private static final int PACKET_IDS = 0x10000;

    private final @Nullable Route[][] routes =
            new @Nullable Route[SessionPhase.values().length][PACKET_IDS];
    private int highestId;

    RoutingTableBuilder() {}

    /** Begins a row: packets that have the same target. */
    public Row packets(PacketType first, PacketType... more) {
        return new Row(EnumSet.of(first, more));
    }

    /** A row that is not complete yet. */
    public final class Row {

        private final Set<PacketType> types;
        private Set<SessionPhase> phases = EnumSet.allOf(SessionPhase.class);

        private Row(Set<PacketType> types) {
            this.types = types;
        }

        /** Limits the row to some kinds of states; without this it is about all. */
        public Row whenIn(SessionPhase first, SessionPhase... more) {
            phases = EnumSet.of(first, more);
            return this;
        }

        /** Limits the row to all kinds of states but some. */
        public Row unlessIn(SessionPhase first, SessionPhase... more) {
            phases = EnumSet.complementOf(EnumSet.of(first, more));
            return this;
        }

        /** Completes the row: the gateway's own handlers serve the packets. */
        public RoutingTableBuilder toGateway() {
            return to(new Target.Gateway());
        }

        /** Completes the row: an upstream group serves the packets. */
        public RoutingTableBuilder to(String group) {
            return to(new Target.Service(group));
        }

        private RoutingTableBuilder to(Target target) {
            for (PacketType type : types) {
                for (SessionPhase phase : phases) {
                    add(phase, Route.of(type, target));
                }
            }
            return RoutingTableBuilder.this;
        }
    }

    /**
     * Adds packets that the catalogue does not know.
     *
     * @param firstId the lowest packet id
     * @param lastId the highest packet id
     * @throws IllegalStateException if the catalogue knows one of them
     */
    public RoutingTableBuilder unknownPackets(int firstId, int lastId, String group) {
        for (int id = firstId; id <= lastId; id++) {
            if (PacketCatalogue.get().find(id) != null) {
                throw fault("packet id %d belongs to %s", id, PacketCatalogue.get().find(id));
            }
            for (SessionPhase phase : SessionPhase.values()) {
                add(phase, Route.of(id, new Target.Service(group)));
            }
        }
        return this;
    }

    private void add(SessionPhase phase, Route route) {
        Route other = routes[phase.ordinal()][route.packetId()];
        if (other != null) {
            throw fault(
                    "%s has two routes in state %s: %s and %s",
                    describe(route), phase, other.target(), route.target());
        }
        routes[phase.ordinal()][route.packetId()] = route;
        highestId = Math.max(highestId, route.packetId());
    }

    /**
     * Completes the table.
     *
     * @param handled the types that the gateway's own handlers serve
     * @param groups the names of the upstream groups, in the order in which the routes number them
     * @throws IllegalStateException if a packet of a client lacks a route, or a route is about a packet
     *     that clients may not send or leads to a target that is not there
     */
    public RoutingTable build(Set<PacketType> handled, List<String> groups) {
        @Nullable Route[][] table = new @Nullable Route[routes.length][highestId + 1];
        for (SessionPhase phase : SessionPhase.values()) {
            checkComplete(phase);
            for (int id = 0; id <= highestId; id++) {
                Route route = routes[phase.ordinal()][id];
                if (route != null) {
                    table[phase.ordinal()][id] = resolve(route, handled, groups);
                }
            }
        }
        return new RoutingTable(table);
    }

    private void checkComplete(SessionPhase phase) {
        for (PacketType type : PacketCatalogue.get().fromClient()) {
            if (routes[phase.ordinal()][type.id()] == null) {
                throw fault("%s has no route in state %s", type, phase);
            }
        }
    }

    private static Route resolve(Route route, Set<PacketType> handled, List<String> groups) {
        PacketType type = route.type();
        if (type != null && !type.fromClient()) {
            throw fault("%s has a route, but clients may not send it", type);
        }
        return switch (route.target()) {
            case Target.Gateway gateway -> {
                if (type == null || !handled.contains(type)) {
                    throw fault("%s has no handler in the gateway", describe(route));
                }
                yield route;
            }
            case Target.Service(String group) -> {
                int index = groups.indexOf(group);
                if (index < 0) {
                    throw fault(
                            "%s goes to %s, which is no upstream group", describe(route), group);
                }
                yield route.toGroup(index);
            }
        };
    }

    private static String describe(Route route) {
        PacketType type = route.type();
        return type == null ? "packet id " + route.packetId() : type.name();
    }

    private static IllegalStateException fault(String message, @Nullable Object... arguments) {
        return new IllegalStateException("The routing table: " + message.formatted(arguments));
    }
}
