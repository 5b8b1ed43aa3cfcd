package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.message.Location;

import java.util.concurrent.CompletionStage;

/**
 * What a service does when users come and go. Called on event loops: must not block. Calls for one user come
 * in the order of the events.
 */
public interface SessionListener {

    /**
     * A user has logged in, or a gateway has announced the session again after a link broke or this service
     * was restarted. May be called more than once for one session.
     *
     * @return where the user is, when the service is ready for the user's packets; the gateway answers the
     *     login then. If it fails, the login is not acknowledged.
     */
    CompletionStage<Location> sessionOpened(UserSession session);

    /**
     * A session has ended: the user disconnected, logged in again elsewhere, or the gateway is gone for
     * longer than the grace time.
     *
     * @param successor whether a newer session of the same user has taken its place
     */
    void sessionClosed(UserSession session, boolean successor);

    /** A gateway has announced all sessions of a link. */
    default void gatewayAnnounced(GatewayLink link) {}
}
