package dev.mallard.gateway.client;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.client.ClientFrame;
import dev.mallard.protocol.message.GamePacket;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the gateway's own handlers, one packet of a session after the other. A handler that takes longer
 * than the time-out is given up: the client gets an error, and its next packet is served.
 */
public final class LocalHandlers {

    private static final Logger log = LoggerFactory.getLogger(LocalHandlers.class);

    private final Map<PacketType, LocalHandler> handlers = new EnumMap<>(PacketType.class);
    private final Duration timeout;

    /**
     * @throws IllegalStateException if two handlers serve one type
     */
    public LocalHandlers(List<LocalHandler> handlers, Duration timeout) {
        this.timeout = timeout;
        for (LocalHandler handler : handlers) {
            LocalHandler other = this.handlers.putIfAbsent(handler.type(), handler);
            if (other != null) {
                throw new IllegalStateException(
                        "two handlers serve %s: %s and %s"
                                .formatted(
                                        handler.type(),
                                        other.getClass().getName(),
                                        handler.getClass().getName()));
            }
        }
    }

    /** The types that have a handler. */
    public Set<PacketType> types() {
        return Set.copyOf(handlers.keySet());
    }

    /** Serves a packet; the session's next packets wait until that is done. On the session's loop. */
    public void serve(ClientSession session, PacketType type, ClientFrame frame) {
        GamePacket packet;
        try {
            packet = Packets.parse(type, frame.payload().nioBuffer());
        } catch (RequestRejectedException rejection) {
            session.rejectAsProtocolError(rejection.code());
            return;
        }
        CompletableFuture<Void> served = start(session, type, packet);
        if (served.isDone()) {
            served.whenComplete((done, failure) -> finish(session, type, failure));
            return;
        }
        session.hold(Hold.SERVING);
        served.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete(
                        (done, failure) ->
                                session.execute(
                                        () -> {
                                            finish(session, type, failure);
                                            session.release(Hold.SERVING);
                                        }));
    }

    private static void finish(
            ClientSession session, PacketType type, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        switch (cause) {
            case null -> {}
            case RequestRejectedException rejection when isProtocolError(rejection) ->
                    session.rejectAsProtocolError(rejection.code());
            case RequestRejectedException rejection -> session.reject(rejection.code());
            case TimeoutException late -> {
                log.warn("Serving {} of {} takes too long", type, session);
                session.reject(ErrorCode.SERVER_BUSY);
            }
            default -> {
                log.error("Serving {} of {} failed", type, session, cause);
                session.reject(ErrorCode.INTERNAL_ERROR);
            }
        }
    }

    private static boolean isProtocolError(RequestRejectedException rejection) {
        return rejection.code() == ErrorCode.MALFORMED_PAYLOAD
                || rejection.code() == ErrorCode.UNKNOWN_PACKET_TYPE;
    }

    private CompletableFuture<Void> start(
            ClientSession session, PacketType type, GamePacket packet) {
        LocalHandler handler = handlers.get(type);
        if (handler == null) {
            return CompletableFuture.failedFuture(
                    new RequestRejectedException(ErrorCode.UNKNOWN_PACKET_TYPE));
        }
        try {
            return handler.handle(session, packet).toCompletableFuture();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
