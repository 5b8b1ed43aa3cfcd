package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;

/** In a game that is being prepared or runs: the lobby's packets have to wait until it is over. */
public record InGame(GameSeat seat) implements SessionState {

    @Override
    public SessionPhase phase() {
        return SessionPhase.IN_GAME;
    }

    @Override
    public Verdict judge(Destination destination, @Nullable PacketType type) {
        return switch (destination) {
            case GATEWAY -> SessionState.ownPacketAfterLogin(type);
            case LOBBY -> Refusals.ALREADY_IN_GAME;
            case GAME, OTHER_SERVICE -> Verdict.Action.FORWARD;
        };
    }
}
