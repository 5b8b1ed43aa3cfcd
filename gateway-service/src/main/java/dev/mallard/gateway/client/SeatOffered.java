package dev.mallard.gateway.client;

import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;

/**
 * Logged in again while the seat in a running game was kept. The client's first packet decides: a game
 * packet takes the seat, a lobby packet declines it.
 */
public record SeatOffered(GameSeat seat) implements SessionState {

    @Override
    public SessionPhase phase() {
        return SessionPhase.SEAT_OFFERED;
    }

    @Override
    public Verdict judge(Destination destination, @Nullable PacketType type) {
        return switch (destination) {
            case GATEWAY -> SessionState.ownPacketAfterLogin(type);
            case LOBBY -> Verdict.Action.DECLINE_SEAT;
            case GAME -> Verdict.Action.TAKE_SEAT;
            case OTHER_SERVICE -> Verdict.Action.FORWARD;
        };
    }
}
