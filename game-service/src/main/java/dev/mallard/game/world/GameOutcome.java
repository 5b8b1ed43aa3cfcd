package dev.mallard.game.world;

/** How a game ended. */
public enum GameOutcome {
    /** The boss was killed: won. */
    CLEARED,
    /** The core was destroyed: lost. */
    CORE_DESTROYED,
    /** The host is gone and nobody else could go on. */
    HOST_LEFT,
    /** The host did not start in time. */
    PREPARATION_TIMEOUT,
    /** The last player is gone. */
    ABANDONED,
    /** The service stopped the game. */
    STOPPED;

    /** The one event that the players receive after everything else. */
    public GameEvent finalEvent() {
        return this == CLEARED ? new GameEvent.GameCleared() : new GameEvent.GameOver();
    }
}
