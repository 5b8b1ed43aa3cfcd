package dev.mallard.gateway.upstream;

/** How a link is doing. */
public enum LinkState {
    /** A connection is being opened, or its handshake made. */
    CONNECTING,
    /** Packets flow. */
    UP,
    /** The link broke or could not be opened; the next attempt is due after a while. */
    BACKING_OFF,
    /** Packets flow, but the instance is about to stop and wants no new work. */
    DRAINING,
    /** The instance does not want this gateway: secret, version or role differ. It is asked again, rarely. */
    REFUSED;

    /** Whether packets flow. */
    public boolean isUsable() {
        return this == UP || this == DRAINING;
    }
}
