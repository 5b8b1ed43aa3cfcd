package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;

/**
 * Logged in and in no game: in the lobby or in a room there. Game packets are ignored, since a client may
 * have sent them before it learned that its game is over.
 */
public record InLobby() implements SessionState {

    @Override
    public SessionPhase phase() {
        return SessionPhase.IN_LOBBY;
    }

    @Override
    public Verdict judge(Destination destination, @Nullable PacketType type) {
        return switch (destination) {
            case GATEWAY -> SessionState.ownPacketAfterLogin(type);
            case LOBBY, OTHER_SERVICE -> Verdict.Action.FORWARD;
            case GAME -> Verdict.Action.DROP;
        };
    }
}
