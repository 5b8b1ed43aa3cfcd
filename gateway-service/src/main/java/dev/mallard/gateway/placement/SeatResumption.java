package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.GameSeat;
import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.SeatOffered;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.DeclineSeat;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.ResumeSeat;

/** Brings players back to the seats that were kept for them. Stateless; on the session's event loop. */
public final class SeatResumption {

    private final UpstreamGroups groups;
    private final RendezvousSelector selector;
    private final SeatDoubts doubts;

    public SeatResumption(UpstreamGroups groups, RendezvousSelector selector, SeatDoubts doubts) {
        this.groups = groups;
        this.selector = selector;
        this.doubts = doubts;
    }

    /**
     * Offers a seat to a player who has just logged in. A game that survives its service may be elsewhere by
     * now, and is looked for. If the game cannot be reached and will not go on elsewhere, the seat is given up,
     * and the player stays in the lobby.
     *
     * @param lobby the lobby that knows of the seat
     */
    public void offer(ClientSession session, GameSeat seat, UpstreamLink lobby) {
        UpstreamLink game = groups.game().find(session.loopSessions().loop(), seat.instance());
        if ((game == null || game.instance().gamesSurvive())
                && doubts.raise(session, seat, lobby)) {
            return;
        }
        if (game == null) {
            lobby.control(decline(session, seat));
            return;
        }
        session.become(
                new SeatOffered(new GameSeat(seat.gameId(), game.instance().id(), seat.fence())));
        game.control(resume(session, seat));
    }

    /** The player does not want the seat that was offered. */
    public void decline(ClientSession session) {
        if (!(session.state() instanceof SeatOffered(GameSeat seat))) {
            return;
        }
        int loop = session.loopSessions().loop();
        UpstreamLink game = groups.game().find(loop, seat.instance());
        if (game != null) {
            game.control(decline(session, seat));
        } else {
            doubts.declined(session, seat);
        }
        UpstreamLink lobby = selector.select(groups.lobby(), loop, session.userId());
        if (lobby != null) {
            lobby.control(decline(session, seat));
        }
        session.become(new InLobby());
    }

    /** Asks the game to tell a player everything again, and to count the player as connected. */
    static LinkControl.Builder resume(ClientSession session, GameSeat seat) {
        return LinkControl.newBuilder()
                .setResumeSeat(
                        ResumeSeat.newBuilder()
                                .setGameId(seat.gameId())
                                .setUserId(session.userId())
                                .setSessionNumber(session.number()));
    }

    static LinkControl.Builder decline(ClientSession session, GameSeat seat) {
        return LinkControl.newBuilder()
                .setDeclineSeat(
                        DeclineSeat.newBuilder()
                                .setGameId(seat.gameId())
                                .setUserId(session.userId())
                                .setSessionNumber(session.number()));
    }
}
