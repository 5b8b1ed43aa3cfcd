package dev.mallard.lobby.room;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CCreateRoomResponse;
import dev.mallard.protocol.message.S2CGetRoomListResponse;
import dev.mallard.protocol.message.S2CJoinRoomNotification;
import dev.mallard.protocol.message.S2CJoinRoomResponse;
import dev.mallard.protocol.message.S2CLeaveRoomNotification;
import dev.mallard.protocol.message.S2CLeaveRoomResponse;
import dev.mallard.protocol.message.S2CPlayerAttackNotification;

import java.util.List;

/** Makes the packets that tell clients about rooms. */
final class RoomPackets {

    private RoomPackets() {}

    static GamePacket created(RoomSnapshot room) {
        return GamePacket.newBuilder()
                .setCreateRoomResponse(
                        S2CCreateRoomResponse.newBuilder()
                                .setSuccess(true)
                                .setRoom(room.toMessage()))
                .build();
    }

    static GamePacket list(List<RoomData> rooms) {
        return GamePacket.newBuilder()
                .setGetRoomListResponse(S2CGetRoomListResponse.newBuilder().addAllRooms(rooms))
                .build();
    }

    static GamePacket joined(RoomSnapshot room) {
        return GamePacket.newBuilder()
                .setJoinRoomResponse(
                        S2CJoinRoomResponse.newBuilder().setSuccess(true).setRoom(room.toMessage()))
                .build();
    }

    static GamePacket memberJoined(RoomSnapshot.Member member) {
        return GamePacket.newBuilder()
                .setJoinRoomNotification(
                        S2CJoinRoomNotification.newBuilder().setUser(member.toMessage()))
                .build();
    }

    /** The answer to leaving, and what everybody gets whose room was dissolved. */
    static GamePacket left() {
        return GamePacket.newBuilder()
                .setLeaveRoomResponse(S2CLeaveRoomResponse.newBuilder().setSuccess(true))
                .build();
    }

    static GamePacket memberLeft(RoomSnapshot.Member member) {
        return GamePacket.newBuilder()
                .setLeaveRoomNotification(
                        S2CLeaveRoomNotification.newBuilder().setUser(member.toMessage()))
                .build();
    }

    static GamePacket gesture(int userId, float directionX, float directionY) {
        return GamePacket.newBuilder()
                .setPlayerAttackNotification(
                        S2CPlayerAttackNotification.newBuilder()
                                .setPlayerId(userId)
                                .setPlayerDirX(directionX)
                                .setPlayerDirY(directionY))
                .build();
    }
}
