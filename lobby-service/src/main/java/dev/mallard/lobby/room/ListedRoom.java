package dev.mallard.lobby.room;

import com.google.protobuf.CodedOutputStream;

import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CGetRoomListResponse;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A room as it stands in the list, encoded. Immutable.
 *
 * @param version of the stored room; another version of the same room looks different
 * @param joinable whether somebody can join it
 * @param bytes one entry of the list on the wire, its tag and length included
 */
record ListedRoom(int id, long version, boolean joinable, byte[] bytes) {

    static ListedRoom of(RoomSnapshot room, long version) {
        return new ListedRoom(room.id(), version, room.hasFreeSeat(), encode(room.toMessage()));
    }

    private static byte[] encode(RoomData room) {
        int field = S2CGetRoomListResponse.ROOMS_FIELD_NUMBER;
        byte[] bytes = new byte[CodedOutputStream.computeMessageSize(field, room)];
        try {
            CodedOutputStream.newInstance(bytes).writeMessage(field, room);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes;
    }
}
