package dev.mallard.protocol.client;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.client.ClientFrameException.Fault;
import dev.mallard.protocol.message.GamePacket;

import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.Serializer;
import org.springframework.integration.ip.tcp.serializer.SoftEndOfStreamException;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes and reads packets as client frames on streams, for peers that use Spring Integration's own
 * connection factories or a plain socket: clients, tools, tests. Stateless; any thread.
 */
public final class ClientPacketSerializer
        implements Serializer<GamePacket>, Deserializer<GamePacket> {

    private final ProtocolVersion version;
    private final int payloadLimit;

    /**
     * @param payloadLimit the largest payload that is read, bytes
     */
    public ClientPacketSerializer(ProtocolVersion version, int payloadLimit) {
        this.version = version;
        this.payloadLimit = payloadLimit;
    }

    /** Writes one frame in one piece, without flushing the stream behind it. */
    @Override
    public void serialize(GamePacket packet, OutputStream outputStream) throws IOException {
        byte[] payload = packet.toByteArray();
        BufferedOutputStream frame = new BufferedOutputStream(outputStream, payload.length + 64);
        DataOutputStream out = new DataOutputStream(frame);
        out.writeShort(PacketCatalogue.get().typeOf(packet).id());
        out.writeByte(version.length());
        out.write(version.bytes());
        out.writeInt(payload.length);
        out.write(payload);
        out.flush();
    }

    /**
     * Reads one frame, waiting for its end.
     *
     * @throws SoftEndOfStreamException if the stream ends between two frames
     * @throws IOException if it ends inside a frame, or the frame is wrong or too large
     */
    @Override
    public GamePacket deserialize(InputStream inputStream) throws IOException {
        DataInputStream in = new DataInputStream(inputStream);
        int high = in.read();
        if (high < 0) {
            throw new SoftEndOfStreamException("the stream has ended");
        }
        int packetType = high << 8 | in.readUnsignedByte();
        byte[] received = new byte[in.readUnsignedByte()];
        in.readFully(received);
        if (!Arrays.equals(received, version.bytes())) {
            throw new IOException(Fault.WRONG_VERSION.name());
        }
        long length = Integer.toUnsignedLong(in.readInt());
        if (length > payloadLimit) {
            throw new IOException(Fault.FRAME_TOO_LARGE + ": type " + packetType);
        }
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        return GamePacket.parseFrom(payload);
    }
}
