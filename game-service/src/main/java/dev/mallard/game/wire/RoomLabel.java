package dev.mallard.game.wire;

import dev.mallard.protocol.message.RoomData;

/**
 * What the players are told about the room of their game, but the game itself has no use for.
 *
 * @param name name of the room
 * @param capacity number of seats of the room
 */
public record RoomLabel(String name, int capacity) {

    /** The label of a room. */
    public static RoomLabel of(RoomData room) {
        return new RoomLabel(room.getName(), room.getMaxUserNum());
    }
}
