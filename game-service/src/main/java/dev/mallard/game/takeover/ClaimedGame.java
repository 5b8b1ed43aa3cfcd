package dev.mallard.game.takeover;

import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.SnapshotException;

/**
 * A game that was taken from an owner who is gone.
 *
 * @param holding which game, with its new fence
 * @param formerInstance name of the instance that had it
 * @param room encoded {@code RoomData}
 * @param whole the last whole snapshot
 * @param delta what is new since then; empty if the whole one is the last
 */
public record ClaimedGame(
        Holding holding, String formerInstance, byte[] room, byte[] whole, byte[] delta) {

    /**
     * The last state, whole.
     *
     * @throws SnapshotException it is damaged
     */
    byte[] snapshot() {
        return delta.length == 0 ? whole : GameSnapshots.apply(whole, delta);
    }
}
