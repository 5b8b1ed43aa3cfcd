package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.GameSeat;
import dev.mallard.gateway.upstream.UpstreamLink;

/** Takes care of seats in games of which nobody knows for sure where they are. On the session's event loop. */
public interface SeatDoubts {

    /**
     * A player has logged in whose game may be elsewhere: it is looked for.
     *
     * @param lobby a link of the same event loop
     * @return false if the game has died with its instance; nothing has changed then
     */
    boolean raise(ClientSession session, GameSeat seat, UpstreamLink lobby);

    /** A player does not want a seat in a game that cannot be reached. */
    void declined(ClientSession session, GameSeat seat);
}
