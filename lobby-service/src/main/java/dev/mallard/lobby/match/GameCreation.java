package dev.mallard.lobby.match;

import dev.mallard.lobby.room.RoomSnapshot;

/** What the news that a game was created means for its room. */
sealed interface GameCreation {

    /**
     * The room plays now.
     *
     * @param room while it was being prepared
     */
    record Playing(RoomSnapshot room) implements GameCreation {}

    /** The room plays this game already. */
    record Known() implements GameCreation {}

    /** The room is gone, waits again, or plays elsewhere: nobody wants this game. */
    record Unwanted() implements GameCreation {}
}
