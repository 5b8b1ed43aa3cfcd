package dev.mallard.game.world;

import java.util.Objects;

/**
 * A user who gets a seat in a game.
 *
 * @param playerId user id, above 0
 * @param nickname display name
 */
public record Member(int playerId, String nickname) {

    /** Checks the id. */
    public Member {
        Objects.requireNonNull(nickname, "nickname");
        if (playerId <= 0) {
            throw new IllegalArgumentException("playerId must be above 0: " + playerId);
        }
    }
}
