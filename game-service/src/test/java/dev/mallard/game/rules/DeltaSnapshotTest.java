package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.Snapshot;
import dev.mallard.game.snapshot.SnapshotCache;
import dev.mallard.game.snapshot.SnapshotException;
import dev.mallard.game.support.SnapshotStore;
import dev.mallard.game.support.TestSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** When only the difference to a former snapshot is given out, and what becomes of a wrong one. */
class DeltaSnapshotTest {

    private static final int RENEWAL = 16;

    private final Match match = new Match(TestSettings.defaults(), 4, 1);
    private final GameSnapshots snapshots =
            new GameSnapshots(Match.CONTENT, TestSettings.defaults(), match.rules);
    private final SnapshotCache cache = new SnapshotCache();
    private final SnapshotStore store = new SnapshotStore(cache);
    private final RandomPlayers players = new RandomPlayers(match, Match.random(7));

    @BeforeEach
    void play() {
        players.start();
        act(500);
    }

    private void act(int actions) {
        for (int action = 0; action < actions; action++) {
            players.act();
        }
    }

    private Snapshot next() {
        return snapshots.encode(match.game, cache);
    }

    /** The next snapshots are no regular whole ones: the game with id 7 has those after 9, 25 ... others. */
    private Snapshot.Whole stored() {
        Snapshot.Whole whole = (Snapshot.Whole) next();
        store.keep(whole);
        store.confirm();
        return whole;
    }

    @Test
    void untilTheStoreHasAWholeSnapshotThereIsNothingElse() {
        assertThat(next()).isInstanceOf(Snapshot.Whole.class);
        Snapshot second = next();
        assertThat(second).isInstanceOf(Snapshot.Whole.class);
        act(1);
        Snapshot third = next();
        cache.stored(second.base());
        assertThat(next()).as("that was not the last one").isInstanceOf(Snapshot.Whole.class);
        assertThat(third).isInstanceOf(Snapshot.Whole.class);
    }

    @Test
    void aDeltaMakesTheWholeAgain() {
        Snapshot.Whole whole = stored();
        act(5);
        Snapshot delta = next();
        assertThat(delta).isInstanceOf(Snapshot.Delta.class);
        assertThat(delta.base()).isEqualTo(whole.base());
        assertThat(GameSnapshots.apply(whole.bytes(), delta.bytes()))
                .isEqualTo(snapshots.encode(match.game));
    }

    @Test
    void monstersAndObjectsFarFromThePlayersTakeNoSpace() {
        Match calm = Match.started();
        SnapshotStore calmStore = new SnapshotStore(cache);
        calmStore.keep(snapshots.encode(calm.game, cache));
        calmStore.confirm();
        int whole = calmStore.state().length;
        calm.act(Match.HOST, new PlayerAction.Move(1, 1));
        Snapshot delta = snapshots.encode(calm.game, cache);
        assertThat(delta.bytes().length).isLessThan(whole / 4);
        calmStore.keep(delta);
        assertThat(calmStore.state()).isEqualTo(snapshots.encode(calm.game));
    }

    @Test
    void aLostDeltaIsNoHarm() {
        stored();
        act(5);
        assertThat(next()).isInstanceOf(Snapshot.Delta.class);
        act(5);
        store.keep(next());
        assertThat(store.state()).isEqualTo(snapshots.encode(match.game));
    }

    @Test
    void aStoreThatHasForgottenGetsTheWhole() {
        stored();
        cache.notStored();
        assertThat(next()).isInstanceOf(Snapshot.Whole.class);
    }

    @Test
    void everySixteenthIsWhole() {
        stored();
        int whole = 0;
        for (int count = 0; count < 4 * RENEWAL; count++) {
            Snapshot snapshot = next();
            store.keep(snapshot);
            store.confirm();
            whole += snapshot instanceof Snapshot.Whole ? 1 : 0;
            act(2);
        }
        assertThat(whole).isEqualTo(4);
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        byte[] first = stored().bytes();
        act(5);
        byte[] delta = next().bytes();
        cache.notStored();
        byte[] second = stored().bytes();
        refused(second, delta);
        refused(first, first);
        refused(delta, delta);
    }

    @Test
    void aDamagedDeltaIsRefused() {
        byte[] whole = stored().bytes();
        act(5);
        byte[] delta = next().bytes();
        for (int at = 0; at < delta.length; at++) {
            byte[] damaged = delta.clone();
            damaged[at] ^= 4;
            refused(whole, damaged);
            refused(whole, Arrays.copyOf(delta, at));
        }
    }

    private static void refused(byte[] whole, byte[] delta) {
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> GameSnapshots.apply(whole, delta));
    }
}
