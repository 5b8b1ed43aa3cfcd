package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.Destination;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.client.ClientFrameEncoder;
import dev.mallard.protocol.link.LinkFrame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Brings what a service sends to its recipients. The bytes of the client frame are made once, however many
 * there are. What a game service sends to a player whose game runs elsewhere by now is left out: the service was
 * frozen, and does not know yet. Confined to one event loop.
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
        encode(delivery.packetType(), delivery.payload());
        int recipients = delivery.recipientCount();
        for (int i = 0; i < recipients; i++) {
            ClientSession session = link.sessions().find(delivery.recipient(i));
            if (session != null && !isFenced(link, session, FencedMessage.DELIVERY)) {
                session.deliver(delivery.packetType(), frame, delivery.payload());
            }
        }
        trim();
    }

    /** An answer to a session that is not the user's current one is dropped. */
    void deliver(UpstreamLink link, LinkFrame.Answer answer) {
        ClientSession session = link.sessions().find(answer.userId());
        if (session == null || session.number() != answer.sessionNumber()) {
            return;
        }
        if (isFenced(link, session, FencedMessage.ANSWER)) {
            if (answer.endsRequest()) {
                session.reject(ErrorCode.GAME_UNAVAILABLE);
            }
        } else if (!answer.protocolError() || session.forgivesProtocolError()) {
            encode(answer.packetType(), answer.payload());
            session.deliver(answer.packetType(), frame, answer.payload());
            trim();
        }
        if (answer.endsRequest()) {
            session.openRequests().answered(link.slot());
        }
    }

    private static boolean isFenced(UpstreamLink link, ClientSession session, FencedMessage kind) {
        UpstreamInstance instance = link.instance();
        if (instance.group().destination() != Destination.GAME
                || !session.playsElsewhere(instance.id())) {
            return false;
        }
        instance.group().fenced(kind);
        return true;
    }

    private void encode(int packetType, ByteBuf payload) {
        frame.clear();
        encoder.encode(packetType, payload, frame);
    }

    private void trim() {
        if (frame.capacity() > MAX_KEPT_CAPACITY) {
            frame = Unpooled.buffer(INITIAL_CAPACITY);
        }
    }
}
