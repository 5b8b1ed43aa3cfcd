package dev.mallard.lobby.room;

/**
 * How a user's leaving has changed a room.
 *
 * <p>Whoever stays in a waiting room is told; during a game the game itself shows who is missing.
 */
public sealed interface Departure {

    /**
     * A member has left, and the others stay.
     *
     * @param room without the member
     * @param member who left
     */
    record MemberLeft(RoomSnapshot room, RoomSnapshot.Member member) implements Departure {}

    /**
     * The room is gone, and all members are back in the lobby.
     *
     * @param room as it was, with all members
     */
    record Dissolved(RoomSnapshot room) implements Departure {}

    /**
     * A member has left a room whose game runs; the room is gone if it was the last one.
     *
     * @param userId who left
     */
    record LeftGame(int userId) implements Departure {}
}
