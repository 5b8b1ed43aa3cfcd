package dev.mallard.lobby.room;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.C2SCreateRoomRequest;

import org.springframework.stereotype.Component;

/** Serves CREATE_ROOM_REQUEST. */
@Component
class CreateRoomHandler implements PacketHandler {

    private final RoomService rooms;
    private final RoomLocks locks;

    CreateRoomHandler(RoomService rooms, RoomLocks locks) {
        this.rooms = rooms;
        this.locks = locks;
    }

    @Override
    public PacketType type() {
        return PacketType.CREATE_ROOM_REQUEST;
    }

    @Override
    public void handle(Request request) {
        C2SCreateRoomRequest wanted = request.packet().getCreateRoomRequest();
        RoomName name = new RoomName(wanted.getRoomName());
        Player owner = Player.of(request.sender());
        int id = rooms.nextId();
        locks.run(
                id,
                () -> {
                    RoomSnapshot room = rooms.create(id, owner, name, wanted.getMaxUserNum());
                    request.answer(RoomPackets.created(room));
                });
    }
}
