package dev.mallard.game.wire;

import dev.mallard.game.world.DropReason;

/** Is told what happens in one game beside the packets. Called on the game's thread. */
public interface RoomObserver {

    /** A request, or a part of one, was ignored without an answer. */
    void dropped(DropReason reason);

    /** A player has moved farther than walking allows. */
    void movedOutsideAllowance();

    /** A player's seat was given up. */
    void seatGivenUp(int playerId);
}
