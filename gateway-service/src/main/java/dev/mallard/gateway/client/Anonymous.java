package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;

/** Nobody has logged in: only the gateway's own packets are served. */
public record Anonymous() implements SessionState {

    @Override
    public SessionPhase phase() {
        return SessionPhase.ANONYMOUS;
    }

    @Override
    public Verdict judge(Destination destination, @Nullable PacketType type) {
        return destination == Destination.GATEWAY ? Verdict.Action.SERVE : Refusals.NOT_LOGGED_IN;
    }
}
