package dev.mallard.transport;

import java.net.InetSocketAddress;

/**
 * Decides whether a server accepts a connection, before anything but the socket exists for it. Both
 * methods are called on event loops, possibly on several at once, and must not block.
 */
@FunctionalInterface
public interface ConnectionAdmission {

    /**
     * @param remote the address of the socket's peer, which is the load balancer's behind one
     * @return false to close the socket at once, without a byte sent or an event published
     */
    boolean admit(InetSocketAddress remote);

    /**
     * Called exactly once for each connection that was admitted, when its socket is closed, also
     * when the connection never opened. Whoever counts connections per address counts down here.
     *
     * @param remote the address that was admitted
     */
    default void released(InetSocketAddress remote) {}
}
