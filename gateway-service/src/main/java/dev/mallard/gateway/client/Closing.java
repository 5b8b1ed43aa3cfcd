package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;

/** The end of the session has begun; nothing is served any more. */
public record Closing(DisconnectReason reason) implements SessionState {

    @Override
    public SessionPhase phase() {
        return SessionPhase.CLOSING;
    }

    @Override
    public Verdict judge(Destination destination, @Nullable PacketType type) {
        return Verdict.Action.DROP;
    }
}
