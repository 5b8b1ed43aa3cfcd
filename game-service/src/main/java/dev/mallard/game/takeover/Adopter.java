package dev.mallard.game.takeover;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.mallard.game.lifecycle.GameAdoption;
import dev.mallard.game.lifecycle.MovedGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.snapshot.SnapshotException;
import dev.mallard.protocol.message.RoomData;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * Looks for games whose service is dead, and goes on with as many as there is room for, a few at a time so that
 * the other services get their share. {@link #scan} is for one thread at a time.
 */
final class Adopter {

    private static final Logger log = LoggerFactory.getLogger(Adopter.class);

    private final GameStore store;
    private final LeaseKeeper keeper;
    private final GameAdoption adoption;
    private final LiveGames games;
    private final TakeoverMetrics metrics;
    private final int batch;

    Adopter(
            GameStore store,
            LeaseKeeper keeper,
            GameAdoption adoption,
            LiveGames games,
            TakeoverMetrics metrics,
            int batch) {
        this.store = store;
        this.keeper = keeper;
        this.adoption = adoption;
        this.games = games;
        this.metrics = metrics;
        this.batch = batch;
    }

    /** Takes what can be taken now. */
    void scan() {
        try {
            int wanted;
            List<ClaimedGame> claimed;
            do {
                wanted = keeper.isSettled() ? Math.min(batch, games.free()) : 0;
                claimed = wanted > 0 ? store.claim(wanted) : List.of();
                claimed.forEach(this::adopt);
            } while (wanted > 0 && claimed.size() == wanted);
        } catch (StoreException silent) {
            log.debug("No look at the games of dead services: {}", silent.getMessage());
        }
    }

    private void adopt(ClaimedGame claimed) {
        Holding holding = claimed.holding();
        MovedGame moved;
        try {
            moved =
                    new MovedGame(
                            RoomData.parseFrom(claimed.room()),
                            holding.fence(),
                            claimed.formerInstance(),
                            claimed.snapshot());
        } catch (InvalidProtocolBufferException
                | IllegalArgumentException
                | SnapshotException unreadable) {
            setAside(holding, unreadable);
            return;
        }
        if (adoption.adopt(moved, unreadable -> setAside(holding, unreadable))) {
            metrics.adopted();
        } else {
            store.release(List.of(holding));
        }
    }

    private void setAside(Holding holding, Exception unreadable) {
        log.error("Game {} cannot be restored, and is lost", holding.gameId(), unreadable);
        metrics.unreadable();
        try {
            store.setAside(holding);
        } catch (StoreException silent) {
            // It stays ours, and is found again when this service is gone.
            log.warn("Game {} is not set aside: {}", holding.gameId(), silent.getMessage());
        }
    }
}
