package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.Anonymous;
import dev.mallard.gateway.client.Authenticating;
import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.Closing;
import dev.mallard.gateway.client.GameSeat;
import dev.mallard.gateway.client.InGame;
import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.SeatOffered;
import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.FencedMessage;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.PlayersEntered;
import dev.mallard.protocol.link.message.PlayersReleased;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Marks sessions as playing, and as not playing any more, as the game service says. */
final class GameMembership implements ControlHandler {

    private final GivenUpSeats givenUp;

    GameMembership(GivenUpSeats givenUp) {
        this.givenUp = givenUp;
    }

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

    private void entered(UpstreamLink link, PlayersEntered message) {
        // The link's own name for the instance, so that looking it up finds the same text again.
        GameSeat seat = new GameSeat(message.getGameId(), link.instance().id(), message.getFence());
        for (int userId : message.getUserIdsList()) {
            ClientSession session = link.sessions().find(userId);
            if (session != null) {
                enter(link, session, seat);
            }
        }
    }

    private void enter(UpstreamLink link, ClientSession session, GameSeat seat) {
        GameSeat present = anySeat(session);
        if (present != null && seat.isOlderThan(present)) {
            link.instance().group().fenced(FencedMessage.SEAT);
        } else if (session.state() instanceof InLobby && givenUp.contains(session, seat.gameId())) {
            // The player has been told that the game is over: there is no way back.
            link.control(SeatResumption.decline(session, seat));
        } else {
            take(session, seat);
        }
    }

    /** Gives a session a seat. About one that is offered, the player decides, wherever the game runs. */
    static void take(ClientSession session, GameSeat seat) {
        switch (session.state()) {
            case Authenticating authenticating -> session.become(new Authenticating(seat));
            case SeatOffered(GameSeat offered) when offered.gameId() == seat.gameId() ->
                    session.become(new SeatOffered(seat));
            case InLobby inLobby -> session.become(new InGame(seat));
            case SeatOffered other -> session.become(new InGame(seat));
            case InGame other -> session.become(new InGame(seat));
            case Anonymous anonymous -> {}
            case Closing closing -> {}
        }
    }

    private static void released(UpstreamLink link, PlayersReleased message) {
        for (int userId : message.getUserIdsList()) {
            ClientSession session = link.sessions().find(userId);
            if (session != null) {
                release(session, message.getGameId(), link.instance().id());
            }
        }
    }

    /** Another instance may have had a game of the same room before: it says nothing about this seat. */
    private static void release(ClientSession session, int gameId, String instance) {
        GameSeat seat = anySeat(session);
        if (seat != null && seat.isIn(gameId, instance)) {
            session.become(
                    session.state() instanceof Authenticating
                            ? new Authenticating(null)
                            : new InLobby());
        }
    }

    /** The seat that a session has, is offered, or will be offered, or null. */
    private static @Nullable GameSeat anySeat(ClientSession session) {
        return session.state() instanceof Authenticating(GameSeat begun) ? begun : seat(session);
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
