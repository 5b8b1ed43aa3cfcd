package dev.mallard.game.takeover;

/**
 * A game as it is stored.
 *
 * @param holding which game, and with which fence
 * @param room encoded {@code RoomData}
 * @param snapshot encoded state of the game
 */
public record StoredGame(Holding holding, byte[] room, byte[] snapshot) {

    /** Bytes that are stored. */
    public int size() {
        return room.length + snapshot.length;
    }
}
