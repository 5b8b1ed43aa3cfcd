package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.message.GamePacket;

import java.util.concurrent.CompletionStage;

/** Serves the packets of one type that the gateway answers itself. There is one bean per type. */
public interface LocalHandler {

    /** The type that this handler serves; constant. */
    PacketType type();

    /**
     * Serves one packet. Called on the session's event loop: must not block. The session's following
     * packets wait until the stage completes, on whatever thread.
     *
     * @param packet its payload member is the one of {@link #type()}; safe to keep
     * @return fails with {@link dev.mallard.protocol.RequestRejectedException} to answer with that
     *     error; any other failure becomes {@code INTERNAL_ERROR}
     */
    CompletionStage<Void> handle(ClientSession session, GamePacket packet);
}
