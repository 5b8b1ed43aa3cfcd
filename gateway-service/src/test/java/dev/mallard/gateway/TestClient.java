package dev.mallard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.client.ClientPacketSerializer;
import dev.mallard.protocol.client.ProtocolVersion;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.C2SRegisterRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;

/** A client on a plain socket. */
public final class TestClient implements AutoCloseable {

    private static final int READ_TIMEOUT_MILLIS = 10_000;
    private static final String PASSWORD = "secret-of-a-test";

    private final Socket socket;
    private final ClientPacketSerializer serializer =
            new ClientPacketSerializer(ProtocolVersion.DEFAULT, 16 * 1024 * 1024);

    private int userId;

    public TestClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** A client on a socket that is connected already. */
    public TestClient(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
    }

    public TestClient send(GamePacket packet) throws IOException {
        serializer.serialize(packet, socket.getOutputStream());
        return this;
    }

    /** Sends bytes as they are. */
    public TestClient sendHex(String hex) throws IOException {
        return sendRaw(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    public TestClient sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The next packet. */
    public GamePacket read() throws IOException {
        return serializer.deserialize(socket.getInputStream());
    }

    /** The next packet, which has to be of a kind. */
    public GamePacket read(PayloadCase kind) throws IOException {
        GamePacket packet = read();
        assertThat(packet.getPayloadCase()).as(packet::toString).isEqualTo(kind);
        return packet;
    }

    /** The next packet, which has to be an error. */
    public String readError() throws IOException {
        String text = read(PayloadCase.ERROR_NOTIFICATION).getErrorNotification().getErrorMessage();
        return text.substring(0, text.indexOf(':'));
    }

    /** The server has to send its farewell, and close. */
    public void expectGetOut() throws IOException {
        read(PayloadCase.GET_OUT);
        expectEnd();
    }

    /** The server has to close without a further byte. */
    public void expectEnd() throws IOException {
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    public TestClient register(String name) throws IOException {
        send(
                GamePacket.newBuilder()
                        .setRegisterRequest(
                                C2SRegisterRequest.newBuilder()
                                        .setEmail(name + "@example.com")
                                        .setPassword(PASSWORD)
                                        .setNickname(name))
                        .build());
        read(PayloadCase.REGISTER_RESPONSE);
        return this;
    }

    /** Sends the login request of a registered user. */
    public TestClient requestLogin(String name) throws IOException {
        return requestLogin(name, PASSWORD);
    }

    /** Sends a login request with a password that may be wrong. */
    public TestClient requestLogin(String name, String password) throws IOException {
        return send(
                GamePacket.newBuilder()
                        .setLoginRequest(
                                C2SLoginRequest.newBuilder()
                                        .setEmail(name + "@example.com")
                                        .setPassword(password))
                        .build());
    }

    /** Logs a registered user in. */
    public TestClient login(String name) throws IOException {
        requestLogin(name);
        userId = read(PayloadCase.LOGIN_RESPONSE).getLoginResponse().getUser().getUserId();
        return this;
    }

    /** The user who has logged in. */
    public int userId() {
        return userId;
    }

    public Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
