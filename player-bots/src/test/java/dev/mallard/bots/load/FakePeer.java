package dev.mallard.bots.load;

import dev.mallard.protocol.client.ClientPacketSerializer;
import dev.mallard.protocol.client.ProtocolVersion;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CErrorNotification;

import java.io.IOException;
import java.net.Socket;

/** One client of a {@link FakeGateway}, and who it has logged in as. */
final class FakePeer {

    private final ClientPacketSerializer serializer =
            new ClientPacketSerializer(ProtocolVersion.DEFAULT, 1 << 20);
    private final Socket socket;
    private int userId;
    private int roomId;

    FakePeer(Socket socket) {
        this.socket = socket;
    }

    int userId() {
        return userId;
    }

    void userId(int id) {
        userId = id;
    }

    /** 0 while in no room. */
    int roomId() {
        return roomId;
    }

    void roomId(int id) {
        roomId = id;
    }

    void send(GamePacket.Builder packet) {
        try {
            serializer.serialize(packet.build(), socket.getOutputStream());
        } catch (IOException gone) {
            close();
        }
    }

    void error(String text) {
        send(
                GamePacket.newBuilder()
                        .setErrorNotification(
                                S2CErrorNotification.newBuilder().setErrorMessage(text)));
    }

    void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is of no use any more, closed or not.
            return;
        }
    }
}
