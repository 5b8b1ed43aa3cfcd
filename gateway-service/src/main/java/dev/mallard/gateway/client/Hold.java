package dev.mallard.gateway.client;

/** Why a session's packets wait; any number of reasons may hold at once. */
enum Hold {
    /** An earlier packet of the session is still being served. */
    SERVING,
    /** A service does not keep up with what the clients of this event loop send. */
    BACKPRESSURE,
    /** The gateway stops, and takes no more of this client. */
    LEAVING
}
