package dev.mallard.protocol.client;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.Bytes;
import dev.mallard.transport.FrameEncoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes client frames with the server's own version. Stateless; any thread. */
public final class ClientFrameEncoder implements FrameEncoder {

    private final byte[] version;

    public ClientFrameEncoder(ProtocolVersion version) {
        this.version = version.bytes();
    }

    /**
     * {@inheritDoc}
     *
     * @param message a {@link ClientFrame} or a {@link GamePacket}
     * @throws IllegalArgumentException if it is neither
     */
    @Override
    public void encode(Object message, ByteBuf out) {
        switch (message) {
            case ClientFrame frame -> encode(frame.packetType(), frame.payload(), out);
            case GamePacket packet -> encode(packet, out);
            default ->
                    throw new IllegalArgumentException("not a client frame: " + message.getClass());
        }
    }

    /** Writes one frame; the payload's reader index stays where it is. */
    public void encode(int packetType, ByteBuf payload, ByteBuf out) {
        writeHeader(packetType, payload.readableBytes(), out);
        Bytes.append(payload, out);
    }

    private void encode(GamePacket packet, ByteBuf out) {
        writeHeader(PacketCatalogue.get().typeOf(packet).id(), packet.getSerializedSize(), out);
        try {
            packet.writeTo(new ByteBufOutputStream(out));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void writeHeader(int packetType, int payloadLength, ByteBuf out) {
        out.writeShort(packetType);
        out.writeByte(version.length);
        out.writeBytes(version);
        out.writeInt(payloadLength);
    }
}
