package dev.mallard.gateway.client;

/**
 * How fast one client may send. While its packets wait because the gateway wants them to, they add up
 * through no fault of the client; so what it could have sent meanwhile is granted on top. Confined to the
 * session's event loop; allocates nothing per packet.
 */
final class InboundRate {

    private final TokenBucket packets;
    private final TokenBucket bytes;

    InboundRate(RateProperties limits, long nowNanos) {
        this.packets = new TokenBucket(limits.packets(), limits.packetBurst(), nowNanos);
        this.bytes =
                new TokenBucket(limits.bytes().toBytes(), limits.byteBurst().toBytes(), nowNanos);
    }

    /**
     * Counts a packet.
     *
     * @param frameBytes bytes of the whole frame
     * @return false if it is one too many
     */
    boolean admits(int frameBytes, long nowNanos) {
        return packets.take(1, nowNanos) && bytes.take(frameBytes, nowNanos);
    }

    /** The client's packets begin to wait. */
    void paused(long nowNanos) {
        packets.fill(nowNanos);
        bytes.fill(nowNanos);
    }

    /** The client's packets go on. */
    void resumed(long nowNanos) {
        packets.fillWithoutBound(nowNanos);
        bytes.fillWithoutBound(nowNanos);
    }
}
