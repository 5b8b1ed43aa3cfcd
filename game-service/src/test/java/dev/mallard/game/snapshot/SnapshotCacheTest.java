package dev.mallard.game.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.ContentSource;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.SnapshotStore;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Member;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

/** A snapshot that fails half-way does not spoil those after it. */
class SnapshotCacheTest {

    private final GameRules rules = TestRules.standard();
    private final GameSnapshots snapshots =
            new GameSnapshots(
                    ContentLoader.load(ContentSource.bundled()), TestSettings.defaults(), rules);
    private final Game game =
            rules.create(
                    7,
                    1,
                    List.of(new Member(1, "host")),
                    new SplittableRandom(1),
                    new ManualTime(),
                    mock());
    private final SnapshotCache cache = new SnapshotCache();
    private final SnapshotStore store = new SnapshotStore(cache);

    private Snapshot next() {
        Snapshot next = snapshots.encode(game, cache);
        store.keep(next);
        assertThat(store.state()).isEqualTo(snapshots.encode(game));
        return next;
    }

    /** Begins one in which the monsters are elsewhere than in the last one, and gives it up. */
    private void giveUp() {
        SnapshotOutput out = cache.begin(game);
        assertThat(out.isDelta()).isFalse();
        out.real(1);
        cache.monsters().write(game.monsters().changes(), out, block -> true);
    }

    @Test
    void afterAWholeOneThatFailedEverythingIsWrittenAnew() {
        next();
        giveUp();
        store.confirm();
        assertThat(next()).isInstanceOf(Snapshot.Whole.class);
    }
}
