package dev.mallard.lobby.room;

import dev.mallard.protocol.message.RoomStateType;

/** The life of a room. */
public enum RoomState {
    /** Open: users may join. */
    WAIT(RoomStateType.WAIT),
    /** A game service is being found and the game created. */
    PREPARE(RoomStateType.PREPARE),
    /** The game of the room runs. */
    PLAY(RoomStateType.PLAY);

    private final RoomStateType onTheWire;

    RoomState(RoomStateType onTheWire) {
        this.onTheWire = onTheWire;
    }

    RoomStateType onTheWire() {
        return onTheWire;
    }
}
