package dev.mallard.gateway.client;

/** Whom a packet is for, as far as the states of a session tell packets apart. */
public enum Destination {
    /** The gateway's own handlers. */
    GATEWAY,
    /** The lobby service. */
    LOBBY,
    /** The game service that runs the player's game. */
    GAME,
    /** Any other service that the configuration names. */
    OTHER_SERVICE
}
