package dev.mallard.protocol.link.server;

import dev.mallard.protocol.PacketType;

/** Serves the packets of one type. There is one handler class per type. */
public interface PacketHandler {

    /** The type that this handler serves; constant. */
    PacketType type();

    /**
     * Serves one request. When it returns, the request is done unless it was answered already.
     *
     * @throws dev.mallard.protocol.RequestRejectedException to answer with an error; any other exception
     *     becomes {@code INTERNAL_ERROR}
     */
    void handle(Request request);
}
