package dev.mallard.gateway;

import dev.mallard.protocol.message.C2SGetRoomListRequest;
import dev.mallard.protocol.message.C2SPlayerChattingRequest;
import dev.mallard.protocol.message.C2SPlayerPositionUpdateRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CGetRoomListResponse;
import dev.mallard.protocol.message.S2CLeaveRoomNotification;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;
import dev.mallard.protocol.message.User;

/** Packets that tests send, where it does not matter which. */
public final class TestPackets {

    private TestPackets() {}

    /** A lobby packet that is always answered. */
    public static GamePacket roomList() {
        return GamePacket.newBuilder()
                .setGetRoomListRequest(C2SGetRoomListRequest.getDefaultInstance())
                .build();
    }

    /** The answer to it. */
    public static GamePacket rooms() {
        return GamePacket.newBuilder()
                .setGetRoomListResponse(S2CGetRoomListResponse.getDefaultInstance())
                .build();
    }

    /** A game packet that is never answered. */
    public static GamePacket position() {
        return GamePacket.newBuilder()
                .setPlayerPositionUpdateRequest(
                        C2SPlayerPositionUpdateRequest.newBuilder().setX(1.5f).setY(-2))
                .build();
    }

    /** A game packet that is always answered. */
    public static GamePacket chat(String text) {
        return GamePacket.newBuilder()
                .setPlayerChattingRequest(C2SPlayerChattingRequest.newBuilder().setMessage(text))
                .build();
    }

    /** A packet that services send unasked. */
    public static GamePacket notification(int number) {
        return GamePacket.newBuilder()
                .setLeaveRoomNotification(
                        S2CLeaveRoomNotification.newBuilder()
                                .setUser(User.newBuilder().setUserId(number)))
                .build();
    }

    /** A packet that services send unasked, as large as its text. */
    public static GamePacket chatNotification(String text) {
        return GamePacket.newBuilder()
                .setPlayerChattingNotification(
                        S2CPlayerChattingNotification.newBuilder().setMessage(text))
                .build();
    }
}
