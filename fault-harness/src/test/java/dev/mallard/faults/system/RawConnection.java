package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.client.ClientPacketSerializer;
import dev.mallard.protocol.client.ProtocolVersion;
import dev.mallard.protocol.message.GamePacket;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A socket to the gateway that sends whatever bytes a test wants. */
final class RawConnection implements AutoCloseable {

    private static final int ANSWER_WITHIN_MILLIS = 10_000;

    private final ClientPacketSerializer serializer =
            new ClientPacketSerializer(ProtocolVersion.DEFAULT, 1 << 20);
    private final Socket socket;
    private final InputStream in;

    RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
        in = socket.getInputStream();
    }

    void send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void send(GamePacket packet) throws IOException {
        serializer.serialize(packet, socket.getOutputStream());
    }

    void sendFrame(int type, byte... payload) throws IOException {
        send(frame(type, "1.0.0", payload.length, payload));
    }

    /** The bytes of a packet, for sending them in pieces. */
    static byte[] bytes(GamePacket packet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ClientPacketSerializer(ProtocolVersion.DEFAULT, 1 << 20).serialize(packet, bytes);
        return bytes.toByteArray();
    }

    /** A frame whose header may say anything. */
    static byte[] frame(int type, String version, int announcedLength, byte... payload)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] text = version.getBytes(StandardCharsets.UTF_8);
        out.writeShort(type);
        out.writeByte(text.length);
        out.write(text);
        out.writeInt(announcedLength);
        out.write(payload);
        return bytes.toByteArray();
    }

    GamePacket read() throws IOException {
        return serializer.deserialize(in);
    }

    void expectError(String identifier) throws IOException {
        GamePacket packet = read();
        assertThat(packet.hasErrorNotification()).as("an error, not %s", packet).isTrue();
        assertThat(packet.getErrorNotification().getErrorMessage()).startsWith(identifier + ": ");
    }

    void expectGetOutAndEnd() throws IOException {
        assertThat(read().hasGetOut()).isTrue();
        assertThat(in.read()).isEqualTo(-1);
    }

    /** The connection is alive if a request before login is refused in order. */
    void expectStillOpen() throws IOException {
        sendFrame(PacketType.GET_ROOM_LIST_REQUEST.id());
        expectError("NOT_LOGGED_IN");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
