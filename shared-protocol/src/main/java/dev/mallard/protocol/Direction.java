package dev.mallard.protocol;

/** Who may send a packet of a type to whom. */
public enum Direction {
    /** A client sends it; the gateway has a route for it. */
    CLIENT_TO_SERVER,
    /** A service sends it to clients; from a client it is an unknown packet type. */
    SERVER_TO_CLIENT,
    /** Reserved for servers in earlier deployments of the protocol; never seen by a client. */
    INTERNAL,
    /** An id that is defined but never on the wire; from a client it is an unknown packet type. */
    UNUSED
}
