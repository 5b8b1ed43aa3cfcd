package dev.mallard.bots.client;

import dev.mallard.protocol.client.ClientPacketSerializer;
import dev.mallard.protocol.client.ProtocolVersion;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CErrorNotification;
import dev.mallard.protocol.message.S2CGetOut;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** One end of one client connection in the hands of a test: it reads and says what the test tells it. */
public final class FakeServer implements AutoCloseable {

    private static final int READ_TIMEOUT_MILLIS = 10_000;

    private final ClientPacketSerializer serializer =
            new ClientPacketSerializer(ProtocolVersion.DEFAULT, 1 << 20);
    private final ServerSocket listener;
    private Socket peer = new Socket();
    private InputStream in = InputStream.nullInputStream();

    public FakeServer() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void accept() throws IOException {
        peer = listener.accept();
        peer.setSoTimeout(READ_TIMEOUT_MILLIS);
        in = new BufferedInputStream(peer.getInputStream());
    }

    public GamePacket read() throws IOException {
        return serializer.deserialize(in);
    }

    public void write(GamePacket packet) {
        try {
            serializer.serialize(packet, peer.getOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void write(byte[] bytes) throws IOException {
        peer.getOutputStream().write(bytes);
    }

    void error(String message, boolean clientError) {
        write(
                GamePacket.newBuilder()
                        .setErrorNotification(
                                S2CErrorNotification.newBuilder()
                                        .setErrorMessage(message)
                                        .setClienterr(clientError))
                        .build());
    }

    void getOut() {
        write(GamePacket.newBuilder().setGetOut(S2CGetOut.getDefaultInstance()).build());
    }

    /** Ends the connection in order. */
    void hangUp() throws IOException {
        peer.close();
    }

    /** Ends the connection by a reset. */
    void reset() throws IOException {
        peer.setSoLinger(true, 0);
        peer.close();
    }

    @Override
    public void close() throws IOException {
        peer.close();
        listener.close();
    }
}
