package dev.mallard.game.support;

import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.Snapshot;
import dev.mallard.game.snapshot.SnapshotCache;

/** What a store has of a game, which always takes what it is given. */
public final class SnapshotStore {

    private final SnapshotCache cache;
    private byte[] whole = {};
    private byte[] delta = {};

    public SnapshotStore(SnapshotCache cache) {
        this.cache = cache;
    }

    /** Takes a snapshot, and says so. */
    public void keep(Snapshot snapshot) {
        switch (snapshot) {
            case Snapshot.Whole all -> {
                whole = all.bytes();
                delta = new byte[0];
                cache.stored(all.base());
            }
            case Snapshot.Delta changes -> delta = changes.bytes();
        }
    }

    /** The last state, as a whole snapshot. */
    public byte[] state() {
        return delta.length == 0 ? whole : GameSnapshots.apply(whole, delta);
    }
}
