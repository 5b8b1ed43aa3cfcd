package dev.mallard.gateway.upstream;

/** Follows the links. Called on the link's event loop: must not block. */
public interface LinkListener {

    /** The handshake is through and the sessions are announced. */
    default void linkUp(UpstreamLink link) {}

    /** A link that was up is lost; its open requests have been answered. */
    default void linkDown(UpstreamLink link) {}
}
