package dev.mallard.gateway.client;

/** The kind of a session's state, where only that counts: in the routing table and in metrics. */
public enum SessionPhase {
    ANONYMOUS,
    AUTHENTICATING,
    IN_LOBBY,
    SEAT_OFFERED,
    IN_GAME,
    CLOSING
}
