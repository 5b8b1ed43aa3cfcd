package dev.mallard.game.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.snapshot.Snapshot;
import dev.mallard.game.takeover.SnapshotQueue.Entry;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

class SnapshotQueueTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SnapshotQueue queue = new SnapshotQueue(2, new TakeoverMetrics(meters));

    private static StoredGame game(int id, int content) {
        return new StoredGame(
                new Holding(id, 5),
                new byte[0],
                new Snapshot.Delta(content, new byte[] {(byte) content}));
    }

    private double replaced() {
        return meters.counter("mallard.game.takeover.snapshots.replaced").count();
    }

    @Test
    void keepsTheLatestSnapshotOfEachGame() {
        StoredGame later = game(7, 2);
        queue.offer(game(7, 1));
        queue.offer(game(8, 1));
        queue.offer(later);
        assertThat(queue.take(10)).extracting(Entry::snapshot).contains(later).hasSize(2);
        assertThat(queue.size()).isZero();
        assertThat(replaced()).isEqualTo(1);
    }

    @Test
    void dropsTheOldestWhenTooMuchWaits() {
        queue.offer(game(7, 1));
        queue.offer(game(8, 1));
        queue.offer(game(9, 1));
        assertThat(queue.take(10))
                .extracting(entry -> entry.holding().gameId())
                .containsExactly(8, 9);
        assertThat(replaced()).isEqualTo(1);
    }

    @Test
    void theEndOfAGameTakesThePlaceOfItsSnapshot() {
        queue.offer(game(7, 1));
        queue.over(new Holding(7, 5));
        assertThat(queue.take(10)).containsExactly(new Entry(new Holding(7, 5), null));
    }

    @Test
    void givesAsMuchAsIsWanted() {
        queue.offer(game(7, 1));
        queue.offer(game(8, 1));
        assertThat(queue.take(1)).extracting(entry -> entry.holding().gameId()).containsExactly(7);
        assertThat(queue.size()).isEqualTo(1);
    }
}
