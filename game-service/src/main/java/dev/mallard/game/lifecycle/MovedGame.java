package dev.mallard.game.lifecycle;

import dev.mallard.protocol.message.RoomData;

/**
 * A game that comes here from another service.
 *
 * @param room the room of the game, with all who ever got a seat
 * @param fence its fence here, greater than at the service before; at least 1
 * @param formerInstance the instance that ran it before; may be this one, before its restart
 * @param snapshot its state
 */
public record MovedGame(RoomData room, long fence, String formerInstance, byte[] snapshot) {

    public MovedGame {
        if (room.getRoomId() <= 0 || fence < 1) {
            throw new IllegalArgumentException("not a game that has moved");
        }
    }

    public int id() {
        return room.getRoomId();
    }
}
