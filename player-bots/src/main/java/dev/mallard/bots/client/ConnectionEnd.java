package dev.mallard.bots.client;

/** How a connection to the gateway ended. */
public enum ConnectionEnd {
    /** The server said that it ends the connection, and closed it. */
    GET_OUT,
    /** The server closed the connection without a word. */
    CLOSED_BY_SERVER,
    /** This client was closed. */
    CLOSED_BY_CLIENT,
    /** The connection broke, or the server sent bytes that are no frame. */
    BROKEN
}
