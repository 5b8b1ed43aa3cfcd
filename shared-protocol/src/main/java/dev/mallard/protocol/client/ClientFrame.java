package dev.mallard.protocol.client;

import io.netty.buffer.ByteBuf;

/**
 * One frame of the client protocol without its version, which the codec checks and writes. A frame that a
 * decoder returns views its input: the payload is valid only during the call that hands it over.
 *
 * @param packetType id of the packet type, 0 to 65535; it need not be one that the catalogue knows
 * @param payload one serialized {@link dev.mallard.protocol.message.GamePacket}; may be empty
 */
public record ClientFrame(int packetType, ByteBuf payload) {

    public ClientFrame {
        if (packetType < 0 || packetType > 0xFFFF) {
            throw new IllegalArgumentException("not a packet type id: " + packetType);
        }
    }
}
