package dev.mallard.game.support;

import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.Snapshot;
import dev.mallard.game.snapshot.SnapshotCache;

/** What a store has of a game. It takes everything, and says so when it is asked to. */
public final class SnapshotStore {

    private final SnapshotCache cache;
    private Snapshot.Whole whole = new Snapshot.Whole(new byte[4]);
    private byte[] delta = {};

    public SnapshotStore(SnapshotCache cache) {
        this.cache = cache;
    }

    /** Takes a snapshot. */
    public void keep(Snapshot snapshot) {
        switch (snapshot) {
            case Snapshot.Whole all -> {
                whole = all;
                delta = new byte[0];
            }
            case Snapshot.Delta changes -> delta = changes.bytes();
        }
    }

    /** Says which whole snapshot it has. */
    public void confirm() {
        cache.stored(whole.base());
    }

    /** The last state, as a whole snapshot. */
    public byte[] state() {
        return delta.length == 0 ? whole.bytes() : GameSnapshots.apply(whole.bytes(), delta);
    }
}
