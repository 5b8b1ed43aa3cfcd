package dev.mallard.lobby.match;

import dev.mallard.lobby.room.RoomService;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;

import org.springframework.stereotype.Component;

/** Serves PREPARE_GAME_REQUEST. It has no answer of its own: the game service tells the players. */
@Component
class PrepareGameHandler implements PacketHandler {

    private final RoomService rooms;
    private final Preparation preparation;

    PrepareGameHandler(RoomService rooms, Preparation preparation) {
        this.rooms = rooms;
        this.preparation = preparation;
    }

    @Override
    public PacketType type() {
        return PacketType.PREPARE_GAME_REQUEST;
    }

    @Override
    public void handle(Request request) {
        int userId = request.sender().userId();
        int roomId =
                rooms.roomOf(userId)
                        .orElseThrow(() -> new RequestRejectedException(ErrorCode.NOT_IN_ROOM));
        preparation.begin(roomId, userId, request::done);
    }
}
