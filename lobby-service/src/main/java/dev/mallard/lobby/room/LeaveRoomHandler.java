package dev.mallard.lobby.room;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;

import org.springframework.stereotype.Component;

/** Serves LEAVE_ROOM_REQUEST: the one who leaves is answered before the others are told. */
@Component
class LeaveRoomHandler implements PacketHandler {

    private final RoomService rooms;
    private final RoomLocks locks;
    private final RoomNotifier notifier;

    LeaveRoomHandler(RoomService rooms, RoomLocks locks, RoomNotifier notifier) {
        this.rooms = rooms;
        this.locks = locks;
        this.notifier = notifier;
    }

    @Override
    public PacketType type() {
        return PacketType.LEAVE_ROOM_REQUEST;
    }

    @Override
    public void handle(Request request) {
        int userId = request.sender().userId();
        int roomId =
                rooms.roomOf(userId)
                        .orElseThrow(() -> new RequestRejectedException(ErrorCode.NOT_IN_ROOM));
        locks.run(
                roomId,
                () -> {
                    Departure departure = rooms.leave(roomId, userId);
                    request.answer(RoomPackets.left());
                    notifier.departed(departure, userId);
                });
    }
}
