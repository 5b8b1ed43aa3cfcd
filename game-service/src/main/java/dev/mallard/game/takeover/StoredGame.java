package dev.mallard.game.takeover;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A game as it is stored.
 *
 * @param holding which game, and with which fence
 * @param room encoded {@code RoomData}
 * @param snapshot encoded state of the game
 */
public record StoredGame(Holding holding, byte[] room, byte[] snapshot) {

    private static final int FIXED_BYTES = Integer.BYTES + Long.BYTES + 2 * Integer.BYTES;

    /** Bytes that are stored. */
    public int size() {
        return room.length + snapshot.length;
    }

    /** Games one after another: id, fence, room and snapshot, each of those after its length. Big-endian. */
    static byte[] pack(List<StoredGame> games) {
        int size = 0;
        for (StoredGame game : games) {
            size += FIXED_BYTES + game.size();
        }
        ByteBuffer packed = ByteBuffer.allocate(size);
        for (StoredGame game : games) {
            packed.putInt(game.holding.gameId()).putLong(game.holding.fence());
            packed.putInt(game.room.length).put(game.room);
            packed.putInt(game.snapshot.length).put(game.snapshot);
        }
        return packed.array();
    }
}
