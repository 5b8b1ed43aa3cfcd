package dev.mallard.protocol.link.server;

import dev.mallard.protocol.PacketType;

/**
 * A packet whose payload is encoded already, so that the same bytes can go to many. Any thread.
 *
 * @param payload nobody may change the bytes from now on
 */
public record EncodedPacket(PacketType type, byte[] payload) {}
