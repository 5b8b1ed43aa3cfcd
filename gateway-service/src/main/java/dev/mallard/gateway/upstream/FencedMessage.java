package dev.mallard.gateway.upstream;

/** What is ignored because it comes from a game service that does not run the player's game any more. */
public enum FencedMessage {
    /** A packet of a game. */
    DELIVERY,
    /** An answer to a request; the client gets an error instead. */
    ANSWER,
    /** The claim that a player has a seat there. */
    SEAT
}
