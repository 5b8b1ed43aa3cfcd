package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.message.LinkControl;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * One open link from a gateway, after its handshake. Sending is allowed from any thread and keeps the order
 * of each sending thread; on a link that has broken it does nothing.
 *
 * <p>What waits to be sent is bounded: a gateway that does not read for so long that {@value
 * #MAX_PENDING_BYTES} bytes are waiting is cut off, and comes back by its own retries.
 */
public final class GatewayLink {

    /** Most bytes that wait for a gateway that does not read. */
    public static final long MAX_PENDING_BYTES = 32L * 1024 * 1024;

    private final LinkChannel channel;
    private final String gatewayId;
    private final int loop;

    /**
     * @param gatewayId the gateway's name for itself
     * @param loop the gateway's event loop that the link serves, from 0
     */
    public GatewayLink(LinkChannel channel, String gatewayId, int loop) {
        this.channel = channel;
        this.gatewayId = gatewayId;
        this.loop = loop;
    }

    public String gatewayId() {
        return gatewayId;
    }

    /** Whether frames can still be sent. */
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** Bytes that wait until the gateway reads them, approximately. */
    public long pendingBytes() {
        return channel.pendingBytes();
    }

    /** Sends a control message. */
    public void control(LinkControl message) {
        write(new LinkFrame.Control(message));
    }

    /**
     * Sends a packet to users of this link.
     */
    void deliver(int packetType, int[] userIds, byte[] payload) {
        ByteBuf recipients = Unpooled.buffer(userIds.length * Integer.BYTES);
        for (int userId : userIds) {
            recipients.writeInt(userId);
        }
        write(new LinkFrame.Delivery(packetType, recipients, Unpooled.wrappedBuffer(payload)));
    }

    /** Sends what comes of a request to its sender. */
    void answer(LinkFrame.Answer answer) {
        write(answer);
    }

    /** Says that the oldest open request of a user is done. */
    void done(int userId, long sessionNumber) {
        write(new LinkFrame.Done(userId, sessionNumber));
    }

    /** Sends what is waiting, then closes. */
    void close() {
        channel.closeAfterFlush();
    }

    private void write(LinkFrame frame) {
        channel.write(frame);
        if (channel.pendingBytes() > MAX_PENDING_BYTES) {
            channel.close();
        }
    }

    @Override
    public String toString() {
        return gatewayId + "/" + loop;
    }
}
