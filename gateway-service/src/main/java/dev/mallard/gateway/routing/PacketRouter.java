package dev.mallard.gateway.routing;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.InGame;
import dev.mallard.gateway.client.LocalHandlers;
import dev.mallard.gateway.client.PacketReceiver;
import dev.mallard.gateway.client.SeatOffered;
import dev.mallard.gateway.client.SessionCounters;
import dev.mallard.gateway.client.SessionState;
import dev.mallard.gateway.client.Verdict;
import dev.mallard.gateway.placement.SeatResumption;
import dev.mallard.gateway.upstream.UpstreamForwarder;
import dev.mallard.gateway.upstream.UpstreamGroup;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.client.ClientFrame;

import java.util.List;

/**
 * Brings each packet of a client where the routing table says, if the session's state allows it. Stateless;
 * on the session's event loop.
 */
public final class PacketRouter implements PacketReceiver {

    private final RoutingTable table;
    private final LocalHandlers handlers;
    private final UpstreamForwarder forwarder;
    private final List<UpstreamGroup> groups;
    private final SeatResumption seats;
    private final SessionCounters counters;

    public PacketRouter(
            RoutingTable table,
            LocalHandlers handlers,
            UpstreamForwarder forwarder,
            UpstreamGroups groups,
            SeatResumption seats,
            SessionCounters counters) {
        this.table = table;
        this.handlers = handlers;
        this.forwarder = forwarder;
        this.groups = groups.all();
        this.seats = seats;
        this.counters = counters;
    }

    @Override
    public void receive(ClientSession session, ClientFrame frame) {
        SessionState state = session.state();
        Route route = table.find(state.phase(), frame.packetType());
        if (route == null) {
            session.rejectAsProtocolError(ErrorCode.UNKNOWN_PACKET_TYPE);
            return;
        }
        switch (state.judge(route.destination(), route.type())) {
            case Verdict.Action.FORWARD -> forward(session, route, frame);
            case Verdict.Action.DROP -> counters.dropped();
            case Verdict.Action.SERVE -> serve(session, route, frame);
            case Verdict.Action.TAKE_SEAT -> {
                if (state instanceof SeatOffered(var seat)) {
                    session.become(new InGame(seat));
                }
                forward(session, route, frame);
            }
            case Verdict.Action.DECLINE_SEAT -> {
                seats.decline(session);
                forward(session, route, frame);
            }
            case Verdict.Refuse(ErrorCode code) -> session.reject(code);
        }
    }

    private void forward(ClientSession session, Route route, ClientFrame frame) {
        forwarder.forward(session, groups.get(route.group()), frame, route.answered());
    }

    private void serve(ClientSession session, Route route, ClientFrame frame) {
        PacketType type = route.type();
        if (type == null) {
            throw new IllegalStateException("the gateway has no handler for " + route);
        }
        handlers.serve(session, type, frame);
    }
}
