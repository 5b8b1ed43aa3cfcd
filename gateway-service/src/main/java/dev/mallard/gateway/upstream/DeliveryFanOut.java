package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.protocol.client.ClientFrameEncoder;
import dev.mallard.protocol.link.LinkFrame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Brings what a service sends to its recipients. The bytes of the client frame are made once, however many
 * there are. Confined to one event loop.
 */
final class DeliveryFanOut {

    private static final int INITIAL_CAPACITY = 4 * 1024;
    private static final int MAX_KEPT_CAPACITY = 256 * 1024;

    private final ClientFrameEncoder encoder;
    private ByteBuf frame = Unpooled.buffer(INITIAL_CAPACITY);

    DeliveryFanOut(ClientFrameEncoder encoder) {
        this.encoder = encoder;
    }

    /** Recipients who are not here any more are left out. */
    void deliver(UpstreamLink link, LinkFrame.Delivery delivery) {
        frame.clear();
        encoder.encode(delivery.packetType(), delivery.payload(), frame);
        int recipients = delivery.recipientCount();
        for (int i = 0; i < recipients; i++) {
            ClientSession session = link.sessions().find(delivery.recipient(i));
            if (session != null) {
                if (delivery.answer()) {
                    session.openRequests().answered(link.slot());
                }
                if (!delivery.protocolError() || session.forgivesProtocolError()) {
                    session.deliver(delivery.packetType(), frame, delivery.payload());
                }
            }
        }
        if (frame.capacity() > MAX_KEPT_CAPACITY) {
            frame = Unpooled.buffer(INITIAL_CAPACITY);
        }
    }
}
