package dev.mallard.protocol.link.server;

import dev.mallard.protocol.Direction;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.TraceContext;
import dev.mallard.protocol.message.GamePacket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands each packet to the handler of its type. Parsing and the checks that need no handler happen on the
 * event loop; handlers run where the {@link RequestExecutor} says.
 */
public final class PacketDispatcher {

    private static final Logger log = LoggerFactory.getLogger(PacketDispatcher.class);
    private static final String SERVED = "served";

    private final Map<PacketType, PacketHandler> handlers = new EnumMap<>(PacketType.class);
    private final SessionDirectory sessions;
    private final Outbound outbound;
    private final RequestExecutor executor;
    private final Clock clock;
    private final HandlerTracing tracing;
    private final MeterRegistry meters;
    private final Map<PacketType, Map<String, Counter>> counters = new EnumMap<>(PacketType.class);

    /**
     * @throws IllegalStateException if two handlers serve one type, or one a type no client may send
     */
    PacketDispatcher(
            List<PacketHandler> handlers,
            SessionDirectory sessions,
            Outbound outbound,
            RequestExecutor executor,
            Clock clock,
            HandlerTracing tracing,
            MeterRegistry meters) {
        this.sessions = sessions;
        this.outbound = outbound;
        this.executor = executor;
        this.clock = clock;
        this.tracing = tracing;
        this.meters = meters;
        for (PacketType type : PacketType.values()) {
            counters.put(type, new ConcurrentHashMap<>());
        }
        for (PacketHandler handler : handlers) {
            PacketType type = handler.type();
            if (type.direction() != Direction.CLIENT_TO_SERVER) {
                throw new IllegalStateException(
                        handler + " serves " + type + ", no client's packet");
            }
            if (this.handlers.putIfAbsent(type, handler) != null) {
                throw new IllegalStateException("two handlers serve " + type);
            }
        }
    }

    /** Takes a request from a link. The frame is not kept after the call. Event loop. */
    void dispatch(GatewayLink link, LinkFrame.Request frame) {
        dispatch(link, frame, null);
    }

    /** Takes a request that the gateway traces. The frame is not kept after the call. Event loop. */
    void dispatch(GatewayLink link, LinkFrame.TracedRequest frame) {
        dispatch(link, frame.request(), frame.trace());
    }

    /** Whether requests that a gateway traces are traced here as well. */
    boolean isTracing() {
        return tracing.isOn();
    }

    private void dispatch(GatewayLink link, LinkFrame.Request frame, @Nullable TraceContext trace) {
        PacketType type = PacketCatalogue.get().find(frame.packetType());
        UserSession sender = sessions.find(frame.userId());
        if (sender == null || sender.number() != frame.sessionNumber()) {
            refuseStranger(link, type, frame, sender);
            return;
        }
        if (type == null || !type.fromClient()) {
            outbound.reply(
                    sender,
                    Packets.error(ErrorCode.UNKNOWN_PACKET_TYPE, clock.millis()),
                    true,
                    true);
            return;
        }
        PacketHandler handler = handlers.get(type);
        GamePacket packet;
        try {
            if (handler == null) {
                throw new RequestRejectedException(ErrorCode.UNKNOWN_PACKET_TYPE);
            }
            packet = Packets.parse(type, frame.payload().nioBuffer());
        } catch (RequestRejectedException rejection) {
            count(type, rejection.code().name());
            new Request(sender, type, GamePacket.getDefaultInstance(), outbound, clock)
                    .reject(rejection.code());
            return;
        }
        Request request = new Request(sender, type, packet, outbound, clock);
        Runnable task =
                trace == null
                        ? () -> serve(handler, request)
                        : tracing.around(type, trace, () -> serve(handler, request));
        executor.execute(request, task);
    }

    /** A packet of a session that is not the user's current one: an older one, or one never announced. */
    private void refuseStranger(
            GatewayLink link,
            @Nullable PacketType type,
            LinkFrame.Request frame,
            @Nullable UserSession current) {
        boolean stale = current != null && current.number() > frame.sessionNumber();
        if (type == null || !type.alwaysAnswered() || stale) {
            return;
        }
        UserSession stranger = new UserSession(frame.userId(), "", frame.sessionNumber(), link);
        count(type, ErrorCode.USER_NOT_IN_LOBBY.name());
        new Request(stranger, type, GamePacket.getDefaultInstance(), outbound, clock)
                .reject(ErrorCode.USER_NOT_IN_LOBBY);
    }

    /** Returns the outcome. */
    private String serve(PacketHandler handler, Request request) {
        try {
            handler.handle(request);
            count(request.type(), SERVED);
            request.done();
            return SERVED;
        } catch (RequestRejectedException rejection) {
            return reject(request, rejection.code());
        } catch (RuntimeException failure) {
            log.error(
                    "Serving {} of user {} failed",
                    request.type(),
                    request.sender().userId(),
                    failure);
            return reject(request, ErrorCode.INTERNAL_ERROR);
        }
    }

    private String reject(Request request, ErrorCode code) {
        count(request.type(), code.name());
        request.reject(code);
        return code.name();
    }

    private void count(PacketType type, String outcome) {
        counters.getOrDefault(type, Map.of())
                .computeIfAbsent(outcome, _ -> counter(type, outcome))
                .increment();
    }

    private Counter counter(PacketType type, String outcome) {
        return Counter.builder("mallard.link.requests")
                .description("Requests that came over a link, by packet type and outcome")
                .tag("type", type.name())
                .tag("outcome", outcome)
                .register(meters);
    }
}
