package dev.mallard.lobby.room;

import dev.mallard.protocol.link.server.UserSession;

/**
 * A logged-in user who wants to enter a room.
 *
 * @param userId account id
 * @param nickname display name
 * @param sessionNumber the session in which the user acts
 */
public record Player(int userId, String nickname, long sessionNumber) {

    static Player of(UserSession session) {
        return new Player(session.userId(), session.nickname(), session.number());
    }
}
