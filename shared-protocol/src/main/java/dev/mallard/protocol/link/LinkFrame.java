package dev.mallard.protocol.link;

import dev.mallard.protocol.link.message.LinkControl;

import io.netty.buffer.ByteBuf;

/**
 * One frame on a link. Frames that a decoder returns view its input: their payload and recipients are valid
 * only during the call that hands them over.
 */
public sealed interface LinkFrame {

    /** The largest frame that either end accepts, bytes after the length field. */
    int MAX_LENGTH = 4 * 1024 * 1024;

    /** The largest number of recipients that one delivery can name. */
    int MAX_RECIPIENTS = 0xFFFF;

    /**
     * A client's packet, on its way to a service.
     *
     * @param packetType id of the packet type, 0 to 65535
     * @param userId the sender
     * @param sessionNumber the sender's session; a service ignores what carries an older one
     * @param payload the packet's payload as the client sent it
     */
    record Request(int packetType, int userId, long sessionNumber, ByteBuf payload)
            implements LinkFrame {

        public Request {
            requireUnsignedShort(packetType);
        }
    }

    /**
     * A request that is traced. Only for services that have said that they trace; one that does not after all
     * serves it as any other.
     *
     * @param trace the gateway's span
     */
    record TracedRequest(TraceContext trace, Request request) implements LinkFrame {}

    /**
     * A packet from a service to one or more clients of the gateway, which nobody has asked for.
     *
     * @param packetType id of the packet type, 0 to 65535
     * @param recipients user ids, four bytes each, big endian
     * @param payload the packet's payload as the clients will get it
     */
    record Delivery(int packetType, ByteBuf recipients, ByteBuf payload) implements LinkFrame {

        public Delivery {
            requireUnsignedShort(packetType);
            int bytes = recipients.readableBytes();
            if (bytes % Integer.BYTES != 0 || bytes / Integer.BYTES > MAX_RECIPIENTS) {
                throw new IllegalArgumentException("not a list of recipients: " + bytes + " bytes");
            }
        }

        public int recipientCount() {
            return recipients.readableBytes() / Integer.BYTES;
        }

        public int recipient(int index) {
            return recipients.getInt(recipients.readerIndex() + index * Integer.BYTES);
        }
    }

    /**
     * A packet that a service sends because of a request, for its sender alone. It names the session of the
     * request: a later session of the same user does not get it.
     *
     * @param packetType id of the packet type, 0 to 65535
     * @param userId the sender of the request
     * @param sessionNumber the sender's session when the request was sent
     * @param endsRequest whether the oldest open request of that session is answered with it; not so for types
     *     whose requests the gateway does not wait for
     * @param protocolError whether the request was one that no proper client sends; the gateway counts these
     * @param payload the packet's payload as the client will get it
     */
    record Answer(
            int packetType,
            int userId,
            long sessionNumber,
            boolean endsRequest,
            boolean protocolError,
            ByteBuf payload)
            implements LinkFrame {

        public Answer {
            requireUnsignedShort(packetType);
        }
    }

    /**
     * The oldest open request of a user is done without a packet of its own: its effect was told to a whole
     * room, or it is under way.
     */
    record Done(int userId, long sessionNumber) implements LinkFrame {}

    /** Anything but the hot path. */
    record Control(LinkControl message) implements LinkFrame {}

    private static void requireUnsignedShort(int packetType) {
        if (packetType < 0 || packetType > 0xFFFF) {
            throw new IllegalArgumentException("not a packet type id: " + packetType);
        }
    }
}
