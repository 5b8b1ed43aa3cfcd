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
     * A packet from a service to one or more clients of the gateway.
     *
     * @param packetType id of the packet type, 0 to 65535
     * @param answer whether this answers the oldest open request of the only recipient
     * @param protocolError whether this tells the recipient of a packet that no proper client sends; the
     *     gateway counts these
     * @param recipients user ids, four bytes each, big endian
     * @param payload the packet's payload as the clients will get it
     */
    record Delivery(
            int packetType,
            boolean answer,
            boolean protocolError,
            ByteBuf recipients,
            ByteBuf payload)
            implements LinkFrame {

        public Delivery {
            requireUnsignedShort(packetType);
            int bytes = recipients.readableBytes();
            if (bytes % Integer.BYTES != 0 || bytes / Integer.BYTES > MAX_RECIPIENTS) {
                throw new IllegalArgumentException("not a list of recipients: " + bytes + " bytes");
            }
            if (answer && bytes != Integer.BYTES) {
                throw new IllegalArgumentException("an answer has one recipient");
            }
        }

        /** A delivery of anything but a protocol error. */
        public Delivery(int packetType, boolean answer, ByteBuf recipients, ByteBuf payload) {
            this(packetType, answer, false, recipients, payload);
        }

        public int recipientCount() {
            return recipients.readableBytes() / Integer.BYTES;
        }

        public int recipient(int index) {
            return recipients.getInt(recipients.readerIndex() + index * Integer.BYTES);
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
