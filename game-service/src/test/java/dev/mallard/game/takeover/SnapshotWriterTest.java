package dev.mallard.game.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.mallard.game.lifecycle.GameAdoption;
import dev.mallard.game.snapshot.Snapshot;
import dev.mallard.game.support.ManualTime;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** What is written again, and what is not. */
class SnapshotWriterTest {

    private static final Holding SEVEN = new Holding(7, 5);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TakeoverMetrics metrics = new TakeoverMetrics(meters);
    private final SnapshotQueue queue = new SnapshotQueue(10, metrics);
    private final StubStore store = new StubStore();
    private final KeptGames kept = mock();
    private final SnapshotWriter writer =
            new SnapshotWriter(
                    queue,
                    store,
                    kept,
                    new Fencing(kept, mock(GameAdoption.class), metrics),
                    new ManualTime(),
                    metrics,
                    4);

    private static StoredGame snapshot(Holding holding) {
        return new StoredGame(holding, new byte[0], new Snapshot.Whole(new byte[4]));
    }

    private double count(String name) {
        return meters.counter("mallard.game.takeover." + name).count();
    }

    @Test
    void theEndOfAGameIsWrittenUntilTheStoreHasIt() {
        store.silent = true;
        queue.over(SEVEN);
        writer.flush();
        writer.flush();
        assertThat(store.ended).isEmpty();
        assertThat(writer.isIdle()).isFalse();
        assertThat(count("snapshots.failed")).isEqualTo(2);

        store.silent = false;
        writer.flush();
        assertThat(store.ended).containsExactly(SEVEN);
        assertThat(writer.isIdle()).isTrue();
    }

    @Test
    void aSnapshotIsNotWrittenAgain() {
        store.silent = true;
        queue.offer(snapshot(SEVEN));
        writer.flush();
        assertThat(writer.isIdle()).isTrue();
        assertThat(count("snapshots.failed")).isEqualTo(1);
        store.silent = false;
        writer.flush();
        assertThat(count("snapshots")).isZero();
        verifyNoInteractions(kept);
    }

    @Test
    void gamesLearnWhatTheStoreHas() {
        StoredGame seven = snapshot(SEVEN);
        StoredGame eight = snapshot(new Holding(8, 5));
        store.incomplete.add(8);
        queue.offer(seven);
        queue.offer(eight);
        writer.flush();
        verify(kept).written(List.of(seven, eight), new WriteAnswer(Set.of(), Set.of(8)));
        assertThat(count("snapshots")).isEqualTo(1);
        assertThat(count("snapshots.incomplete")).isEqualTo(1);
    }

    @Test
    void anotherGameOfTheRoomIsNewerThanTheEndOfTheFirst() {
        store.silent = true;
        queue.over(SEVEN);
        writer.flush();
        store.silent = false;
        queue.offer(snapshot(new Holding(7, 6)));
        writer.flush();
        assertThat(store.ended).isEmpty();
        assertThat(count("snapshots")).isEqualTo(1);
    }

    @Test
    void endsOfMoreGamesThanFitAreForgottenFromTheOldestOn() {
        store.silent = true;
        for (int game = 1; game <= 12; game++) {
            queue.over(new Holding(game, 1));
        }
        writer.flush();
        store.silent = false;
        writer.flush();
        assertThat(store.ended)
                .hasSize(10)
                .extracting(Holding::gameId)
                .doesNotContain(1, 2)
                .contains(3, 12);
    }
}
