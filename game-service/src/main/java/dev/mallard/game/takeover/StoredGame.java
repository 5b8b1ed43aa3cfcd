package dev.mallard.game.takeover;

import dev.mallard.game.snapshot.Snapshot;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What is to be stored of a game.
 *
 * @param holding which game, and with which fence
 * @param room encoded {@code RoomData}
 * @param snapshot state of the game
 */
public record StoredGame(Holding holding, byte[] room, Snapshot snapshot) {

    private static final int FIXED_BYTES =
            Integer.BYTES + Long.BYTES + Integer.BYTES + 2 * Integer.BYTES;

    private static final byte[] NO_ROOM = {};

    /** Bytes that are stored. */
    public int size() {
        return storedRoom().length + snapshot.bytes().length;
    }

    /** A whole snapshot has the room with it, and for a delta it is there already. */
    private byte[] storedRoom() {
        return snapshot instanceof Snapshot.Whole ? room : NO_ROOM;
    }

    /**
     * Games one after another: id, fence, checksum of the whole snapshot, room and snapshot, each of those after its
     * length. With a delta the room is empty. Big-endian.
     */
    static byte[] pack(List<StoredGame> games) {
        int size = 0;
        for (StoredGame game : games) {
            size += FIXED_BYTES + game.size();
        }
        ByteBuffer packed = ByteBuffer.allocate(size);
        for (StoredGame game : games) {
            packed.putInt(game.holding.gameId()).putLong(game.holding.fence());
            packed.putInt((int) game.snapshot.base());
            byte[] room = game.storedRoom();
            packed.putInt(room.length).put(room);
            byte[] snapshot = game.snapshot.bytes();
            packed.putInt(snapshot.length).put(snapshot);
        }
        return packed.array();
    }
}
