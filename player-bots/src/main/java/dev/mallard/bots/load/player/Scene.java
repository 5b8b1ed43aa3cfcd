package dev.mallard.bots.load.player;

/** Where a player is in its life. */
public enum Scene {
    /** Not logged in. */
    OFFLINE,
    /** Logged in, in no room. */
    LOBBY,
    /** In a room whose game is not prepared yet. */
    ROOM,
    /** In a game that is prepared and has not started. */
    PREPARED,
    /** In a running game. */
    GAME
}
