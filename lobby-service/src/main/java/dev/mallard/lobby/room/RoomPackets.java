package dev.mallard.lobby.room;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.EncodedPacket;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CCreateRoomResponse;
import dev.mallard.protocol.message.S2CJoinRoomNotification;
import dev.mallard.protocol.message.S2CJoinRoomResponse;
import dev.mallard.protocol.message.S2CLeaveRoomNotification;
import dev.mallard.protocol.message.S2CLeaveRoomResponse;
import dev.mallard.protocol.message.S2CPlayerAttackNotification;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** Puts the list together from rooms that are encoded already. */
    static EncodedPacket list(List<ListedRoom> rooms) {
        int length = rooms.stream().mapToInt(room -> room.bytes().length).sum();
        int tag = GamePacket.GET_ROOM_LIST_RESPONSE_FIELD_NUMBER;
        byte[] payload =
                new byte
                        [CodedOutputStream.computeTagSize(tag)
                                + CodedOutputStream.computeUInt32SizeNoTag(length)
                                + length];
        CodedOutputStream out = CodedOutputStream.newInstance(payload);
        try {
            out.writeTag(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(length);
            for (ListedRoom room : rooms) {
                out.writeRawBytes(room.bytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new EncodedPacket(PacketType.GET_ROOM_LIST_RESPONSE, payload);
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
