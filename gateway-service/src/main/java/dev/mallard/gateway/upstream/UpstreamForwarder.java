package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.Destination;
import dev.mallard.gateway.client.InGame;
import dev.mallard.gateway.client.OpenRequests;
import dev.mallard.gateway.client.RequestWatch;
import dev.mallard.gateway.tracing.RouteSpan;
import dev.mallard.gateway.tracing.RouteTracing;
import dev.mallard.protocol.client.ClientFrame;

import org.jspecify.annotations.Nullable;

/** Sends clients' packets to the right instance of a group. Stateless; on the session's event loop. */
public final class UpstreamForwarder {

    private final RendezvousSelector selector;
    private final RoutingLatency latency;
    private final RouteTracing tracing;
    private final long pendingLimit;

    /**
     * @param pendingLimit bytes waiting on a link above which nothing more is forwarded on it
     */
    UpstreamForwarder(
            RendezvousSelector selector,
            RoutingLatency latency,
            RouteTracing tracing,
            long pendingLimit) {
        this.selector = selector;
        this.latency = latency;
        this.tracing = tracing;
        this.pendingLimit = pendingLimit;
    }

    /**
     * Forwards a packet. If its service cannot be reached, or takes so little that too much is waiting for
     * it, a packet that has to be answered is answered with an error, and any other is dropped.
     *
     * @param answered whether the service will answer the packet in any case
     */
    public void forward(
            ClientSession session, UpstreamGroup group, ClientFrame frame, boolean answered) {
        UpstreamLink link = choose(session, group);
        boolean full = link != null && link.pendingBytes() > pendingLimit;
        if (full) {
            group.overflowed();
        }
        if (link == null || full) {
            if (answered) {
                session.reject(group.unavailable());
            }
            return;
        }
        RouteSpan span = trace(session, group, frame, answered);
        if (answered) {
            open(session.openRequests(), link, span);
        }
        if (span == null) {
            link.request(session, frame);
            return;
        }
        link.request(session, frame, span.context());
        if (!answered) {
            span.sent();
        }
    }

    private @Nullable RouteSpan trace(
            ClientSession session, UpstreamGroup group, ClientFrame frame, boolean answered) {
        // Only the end of one open request is watched at a time.
        return tracing.isOn() && !(answered && session.openRequests().isWatched())
                ? tracing.begin(frame.packetType(), group.name())
                : null;
    }

    private void open(OpenRequests requests, UpstreamLink link, @Nullable RouteSpan span) {
        RequestWatch watch = requests.isWatched() ? null : latency.watch(link);
        if (span != null) {
            watch = watch == null ? span : new BothWatches(watch, span);
        }
        if (watch == null) {
            requests.opened(link.slot());
        } else {
            requests.opened(link.slot(), watch);
        }
    }

    private @Nullable UpstreamLink choose(ClientSession session, UpstreamGroup group) {
        int loop = session.loopSessions().loop();
        if (group.destination() != Destination.GAME) {
            return selector.select(group, loop, session.userId());
        }
        return session.state() instanceof InGame(var seat)
                ? group.find(loop, seat.instance())
                : null;
    }

    /** Of a request that is measured and traced. */
    private record BothWatches(RequestWatch first, RequestWatch second) implements RequestWatch {

        @Override
        public void answered() {
            first.answered();
            second.answered();
        }

        @Override
        public void abandoned() {
            first.abandoned();
            second.abandoned();
        }
    }
}
