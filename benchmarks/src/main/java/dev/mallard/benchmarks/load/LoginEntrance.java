package dev.mallard.benchmarks.load;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.C2SRegisterRequest;
import dev.mallard.protocol.message.GamePacket;

import io.netty.buffer.ByteBuf;

/** Registers an account for each client and logs in. Confined to the event loop of the load. */
final class LoginEntrance implements Entrance {

    private static final String PASSWORD = "benchmark";

    private final String prefix;

    /**
     * @param prefix what the nicknames begin with, lower-case letters; unique among the groups of one
     *     gateway
     */
    LoginEntrance(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public void begin(LoadClient client) {
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
            send(
                    client,
                    PacketType.LOGIN_REQUEST,
                    GamePacket.newBuilder()
                            .setLoginRequest(
                                    C2SLoginRequest.newBuilder()
                                            .setEmail(email(name(client)))
                                            .setPassword(PASSWORD)));
        } else if (packet.getLoginResponse().getSuccess()) {
            client.introduce();
        } else {
            throw new IllegalStateException("the gateway does not let a client in: " + packet);
        }
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
