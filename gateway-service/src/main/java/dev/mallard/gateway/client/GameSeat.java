package dev.mallard.gateway.client;

/**
 * A player's place in a running game.
 *
 * @param gameId the game, which is also the room's id
 * @param instance the game service instance that runs it
 */
public record GameSeat(int gameId, String instance) {

    public GameSeat {
        if (instance.isBlank()) {
            throw new IllegalArgumentException("a game runs on an instance");
        }
    }
}
