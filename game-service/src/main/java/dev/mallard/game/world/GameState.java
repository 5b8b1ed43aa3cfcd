package dev.mallard.game.world;

/** The life of a game; it only ever moves forward. */
public enum GameState {
    /** Created, waiting for the host's start request. */
    PREPARED,
    /** Being played. */
    RUNNING,
    /** Over; accepts nothing and sends nothing but the final event. */
    ENDED
}
