package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;

/**
 * The user is known, and the services are being told. The client's packets wait meanwhile.
 *
 * @param seat a game that began with this user meanwhile, or null; it is offered when the login is through
 */
public record Authenticating(@Nullable GameSeat seat) implements SessionState {

    @Override
    public SessionPhase phase() {
        return SessionPhase.AUTHENTICATING;
    }

    @Override
    public Verdict judge(Destination destination, @Nullable PacketType type) {
        return destination == Destination.GATEWAY
                ? SessionState.ownPacketAfterLogin(type)
                : Refusals.NOT_LOGGED_IN;
    }
}
