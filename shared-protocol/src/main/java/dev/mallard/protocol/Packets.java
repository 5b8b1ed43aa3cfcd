package dev.mallard.protocol;

import com.google.protobuf.CodedInputStream;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CErrorNotification;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads and makes packets as the payload rules demand. Stateless; any thread. */
public final class Packets {

    private Packets() {}

    /**
     * Parses the payload of a request and checks that it carries the message of its type. A type whose
     * message has no fields may come with an empty payload.
     *
     * @param payload the bytes between its position and limit; not kept after the call
     * @throws RequestRejectedException with {@link ErrorCode#MALFORMED_PAYLOAD}
     */
    public static GamePacket parse(PacketType type, ByteBuffer payload) {
        boolean empty = !payload.hasRemaining();
        if (empty && mayBeEmpty(type)) {
            return GamePacket.getDefaultInstance();
        }
        GamePacket packet;
        try {
            CodedInputStream in = CodedInputStream.newInstance(payload);
            packet = GamePacket.parseFrom(in);
            in.checkLastTagWas(0);
        } catch (IOException malformed) {
            throw new RequestRejectedException(ErrorCode.MALFORMED_PAYLOAD);
        }
        if (packet.getPayloadCase() != type.payload()) {
            throw new RequestRejectedException(ErrorCode.MALFORMED_PAYLOAD);
        }
        return packet;
    }

    private static boolean mayBeEmpty(PacketType type) {
        return switch (type) {
            case GET_ROOM_LIST_REQUEST, LEAVE_ROOM_REQUEST, PREPARE_GAME_REQUEST -> true;
            default -> false;
        };
    }

    /**
     * The packet that tells a client about an error.
     *
     * @param epochMillis server time at which the error was produced, milliseconds since 1970-01-01 UTC
     */
    public static GamePacket error(ErrorCode code, long epochMillis) {
        return GamePacket.newBuilder()
                .setErrorNotification(
                        S2CErrorNotification.newBuilder()
                                .setErrorMessage(code.text())
                                .setTimestamp(epochMillis)
                                .setClienterr(code.clientError()))
                .build();
    }
}
