package dev.mallard.game.lifecycle;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.GameMoved;
import dev.mallard.protocol.link.message.LinkControl;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the gateways, and through them the lobby, are told about games. Messages for nobody, because no
 * gateway is connected, are lost. Any thread; never blocks.
 */
public interface Gateways {

    /** Whether a user is logged in. */
    boolean loggedIn(int userId);

    /** Whether this session is the user's current one. */
    boolean current(int userId, long sessionNumber);

    /**
     * Says, on each link, which of its users are now in a game.
     *
     * @param fence see {@link GameKeeping#newFence}
     */
    void entered(int gameId, long fence, Collection<Integer> userIds);

    /** Says, on each link, which of its users are no longer in a game. */
    void released(int gameId, Collection<Integer> userIds);

    /** Says that a user has given up the seat in a game. */
    void left(int gameId, int userId);

    /** Reports the end of a game, through the gateway of the first of its users who is logged in. */
    void ended(GameEnded report);

    /**
     * Reports that this service goes on with a game, through the gateway of the first of its users who is
     * logged in.
     */
    void moved(GameMoved report, List<Integer> userIds);

    /** Says that a game was created, to the gateway that asked for it. */
    void created(int gameId, long fence, Consumer<LinkControl> asker);

    /** Says that a game was not created, to the gateway that asked for it. */
    void notCreated(int gameId, ErrorCode reason, Consumer<LinkControl> asker);
}
