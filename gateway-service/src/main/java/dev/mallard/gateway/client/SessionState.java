package dev.mallard.gateway.client;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;

import org.jspecify.annotations.Nullable;

/** Where a session stands. A state says which packets are legal; everything else about it is elsewhere. */
public sealed interface SessionState
        permits Anonymous, Authenticating, InLobby, SeatOffered, InGame, Closing {

    /** The kind of this state; constant per class. */
    SessionPhase phase();

    /**
     * Decides about a packet. Allocates nothing.
     *
     * @param destination whom the routing table says the packet is for
     * @param type the packet's type, or null if only the configuration knows it
     */
    Verdict judge(Destination destination, @Nullable PacketType type);

    /** Whether the login of this session is through and its end has not begun. */
    default boolean isLoggedIn() {
        return switch (phase()) {
            case IN_LOBBY, SEAT_OFFERED, IN_GAME -> true;
            case ANONYMOUS, AUTHENTICATING, CLOSING -> false;
        };
    }

    /** About the gateway's own packets, once a login is through or under way. */
    static Verdict ownPacketAfterLogin(@Nullable PacketType type) {
        return type == PacketType.LOGIN_REQUEST ? Refusals.ALREADY_LOGGED_IN : Verdict.Action.SERVE;
    }

    /** Refusals are made once, not per packet. */
    final class Refusals {

        static final Verdict NOT_LOGGED_IN = new Verdict.Refuse(ErrorCode.NOT_LOGGED_IN);
        static final Verdict ALREADY_LOGGED_IN = new Verdict.Refuse(ErrorCode.ALREADY_LOGGED_IN);
        static final Verdict ALREADY_IN_GAME = new Verdict.Refuse(ErrorCode.ALREADY_IN_GAME);

        private Refusals() {}
    }
}
