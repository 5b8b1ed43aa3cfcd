package dev.mallard.benchmarks.load;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.C2SRegisterRequest;
import dev.mallard.protocol.message.GamePacket;

import io.netty.buffer.ByteBuf;

import java.util.BitSet;

/**
 * Registers an account for each client and logs in. Asks again when the gateway is busy, which one that has just
 * started is with a few clients already. Confined to the event loop of the load.
 */
final class LoginEntrance implements Entrance {

    private static final String PASSWORD = "benchmark";
    private static final String BUSY = "SERVER_BUSY";
    private static final long RETRY_MILLIS = 50;

    private final String prefix;
    private final BitSet registered = new BitSet();

    /**
     * @param prefix what the nicknames begin with, lower-case letters; unique among the groups of one
     *     gateway
     */
    LoginEntrance(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public void begin(LoadClient client) {
        if (registered.get(client.index())) {
            logIn(client);
        } else {
            register(client);
        }
    }

    private void register(LoadClient client) {
        String name = name(client);
        send(
                client,
                PacketType.REGISTER_REQUEST,
                GamePacket.newBuilder()
                        .setRegisterRequest(
                                C2SRegisterRequest.newBuilder()
                                        .setNickname(name)
                                        .setEmail(email(name))
                                        .setPassword(PASSWORD)));
    }

    @Override
    public void received(LoadClient client, int packetType, ByteBuf payload) {
        GamePacket packet = parse(payload);
        if (packet.getRegisterResponse().getSuccess()) {
            registered.set(client.index());
            logIn(client);
        } else if (packet.getLoginResponse().getSuccess()) {
            client.introduce();
        } else if (packet.getErrorNotification().getErrorMessage().startsWith(BUSY)) {
            client.later(RETRY_MILLIS, () -> begin(client));
        } else {
            throw new IllegalStateException("the gateway does not let a client in: " + packet);
        }
    }

    private void logIn(LoadClient client) {
        send(
                client,
                PacketType.LOGIN_REQUEST,
                GamePacket.newBuilder()
                        .setLoginRequest(
                                C2SLoginRequest.newBuilder()
                                        .setEmail(email(name(client)))
                                        .setPassword(PASSWORD)));
    }

    private String name(LoadClient client) {
        return prefix + client.index();
    }

    private static String email(String name) {
        return name + "@example.org";
    }

    private static void send(LoadClient client, PacketType type, GamePacket.Builder packet) {
        client.send(type.id(), packet.build().toByteArray());
    }

    private static GamePacket parse(ByteBuf payload) {
        try {
            return GamePacket.parseFrom(payload.nioBuffer());
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("a packet that cannot be read", malformed);
        }
    }
}
