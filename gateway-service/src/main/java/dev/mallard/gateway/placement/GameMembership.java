package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.Authenticating;
import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.GameSeat;
import dev.mallard.gateway.client.InGame;
import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.SeatOffered;
import dev.mallard.gateway.client.SessionState;
import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.PlayersEntered;
import dev.mallard.protocol.link.message.PlayersReleased;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Marks sessions as playing, and as not playing any more, as the game service says. */
final class GameMembership implements ControlHandler {

    @Override
    public Set<BodyCase> messages() {
        return Set.of(BodyCase.PLAYERS_ENTERED, BodyCase.PLAYERS_RELEASED);
    }

    @Override
    public void handle(UpstreamLink link, LinkControl message) {
        if (message.hasPlayersEntered()) {
            entered(link, message.getPlayersEntered());
        } else {
            released(link, message.getPlayersReleased());
        }
    }

    private static void entered(UpstreamLink link, PlayersEntered message) {
        // The link's own name for the instance, so that looking it up finds the same text again.
        GameSeat seat = new GameSeat(message.getGameId(), link.instance().id());
        for (int userId : message.getUserIdsList()) {
            ClientSession session = link.sessions().find(userId);
            if (session != null) {
                enter(session, seat);
            }
        }
    }

    private static void enter(ClientSession session, GameSeat seat) {
        if (session.state() instanceof Authenticating) {
            session.become(new Authenticating(seat));
        } else if (session.state().isLoggedIn() && !isOffered(session.state(), seat)) {
            session.become(new InGame(seat));
        }
    }

    /** The player decides about a seat that is offered, not the service. */
    private static boolean isOffered(SessionState state, GameSeat seat) {
        return state instanceof SeatOffered(GameSeat offered) && offered.equals(seat);
    }

    private static void released(UpstreamLink link, PlayersReleased message) {
        for (int userId : message.getUserIdsList()) {
            ClientSession session = link.sessions().find(userId);
            if (session != null) {
                release(session, new GameSeat(message.getGameId(), link.instance().id()));
            }
        }
    }

    /** Another instance may have had a game of the same room before: it says nothing about this seat. */
    private static void release(ClientSession session, GameSeat released) {
        SessionState state = session.state();
        GameSeat seat = state instanceof Authenticating(GameSeat begun) ? begun : seat(session);
        if (released.equals(seat)) {
            session.become(
                    state instanceof Authenticating ? new Authenticating(null) : new InLobby());
        }
    }

    /** The seat that a session has or is offered, or null. */
    static @Nullable GameSeat seat(ClientSession session) {
        return switch (session.state()) {
            case InGame(GameSeat seat) -> seat;
            case SeatOffered(GameSeat seat) -> seat;
            default -> null;
        };
    }
}
