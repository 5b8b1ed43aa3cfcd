package dev.mallard.gateway.client;

/**
 * A player's place in a running game.
 *
 * @param gameId the game, which is also the room's id
 * @param instance the game service instance that runs it
 * @param fence grows with every instance that runs the game; 0 if the game dies with its instance
 */
public record GameSeat(int gameId, String instance, long fence) {

    public GameSeat {
        if (instance.isBlank()) {
            throw new IllegalArgumentException("a game runs on an instance");
        }
    }

    /** A place in a game of which no fence is known. */
    public GameSeat(int gameId, String instance) {
        this(gameId, instance, 0);
    }

    /** Whether it is in a game on an instance, with whatever fence. */
    public boolean isIn(int game, String onInstance) {
        return gameId == game && instance.equals(onInstance);
    }

    /** Whether it is in the same game as another one, and at an instance that runs the game no longer. */
    public boolean isOlderThan(GameSeat other) {
        return gameId == other.gameId && fence < other.fence;
    }
}
