package dev.mallard.lobby.match;

import dev.mallard.lobby.room.RoomSnapshot;

/** What the news that another game service goes on with a game means for its room. */
sealed interface GameMove {

    /** The room knows where the game is, or knows something newer. */
    record Recorded() implements GameMove {}

    /**
     * The room plays now; it had not heard that the game was created.
     *
     * @param room while it was being prepared
     */
    record Created(RoomSnapshot room) implements GameMove {}

    /** The room is gone, or waits again: nobody wants this game. */
    record Unwanted() implements GameMove {}
}
