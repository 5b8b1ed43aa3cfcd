package dev.mallard.game.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.ContentSource;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.loop.AfterTick;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.Snapshot;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Member;
import dev.mallard.protocol.message.RoomData;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/** When a game is written, and whether as a whole, by what the store has answered. */
class KeptGamesTest {

    private static final Duration INTERVAL = Duration.ofMillis(800);
    private static final WriteAnswer ALL = new WriteAnswer(Set.of(), Set.of());

    private final ManualTime time = new ManualTime();
    private final SnapshotQueue queue =
            new SnapshotQueue(10, new TakeoverMetrics(new SimpleMeterRegistry()));
    private final GameContent content = ContentLoader.load(ContentSource.bundled());
    private final GameRules rules = TestRules.standard();
    private final KeptGames games =
            new KeptGames(
                    new GameSnapshots(content, TestSettings.defaults(), rules),
                    queue,
                    time,
                    time,
                    INTERVAL);
    private final Game game =
            rules.create(
                    8, 1, List.of(new Member(1, "host")), new SplittableRandom(1), time, mock());
    private final GameActor actor = mock();
    private final AfterTick ticks;

    KeptGamesTest() {
        when(actor.id()).thenReturn(8);
        ticks = games.keep(actor, RoomData.newBuilder().setRoomId(8).build(), 5);
    }

    /** What is written after the next interval. */
    private StoredGame next() {
        ticks.ticked(game);
        time.advance(INTERVAL);
        List<SnapshotQueue.Entry> entries = queue.take(10);
        assertThat(entries).hasSize(1);
        return Objects.requireNonNull(entries.getFirst().snapshot());
    }

    private void answer(WriteAnswer answer, StoredGame... games) {
        this.games.written(List.of(games), answer);
    }

    @Test
    void thereIsOneSnapshotInAnInterval() {
        next();
        next();
        ticks.ticked(game);
        assertThat(queue.take(10)).hasSize(1);
        // It was due a while ago, as the games' moments are spread over the interval.
        time.advance(INTERVAL.dividedBy(10));
        ticks.ticked(game);
        assertThat(queue.size()).isZero();
        time.advance(INTERVAL);
        ticks.ticked(game);
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void whatTheStoreHasIsNotWrittenAgain() {
        StoredGame first = next();
        assertThat(first.snapshot()).isInstanceOf(Snapshot.Whole.class);
        answer(ALL, first);
        StoredGame second = next();
        assertThat(second.snapshot()).isInstanceOf(Snapshot.Delta.class);
        assertThat(second.size()).isLessThan(first.size() / 4);
        answer(ALL, second);
        assertThat(next().snapshot()).isInstanceOf(Snapshot.Delta.class);
    }

    @Test
    void withoutAnAnswerEverySnapshotIsWhole() {
        next();
        assertThat(next().snapshot()).isInstanceOf(Snapshot.Whole.class);
        assertThat(next().snapshot()).isInstanceOf(Snapshot.Whole.class);
    }

    @Test
    void aStoreThatMissesTheWholeGetsItWithTheNextTick() {
        answer(ALL, next());
        answer(new WriteAnswer(Set.of(), Set.of(8)), next());
        time.advance(Duration.ofMillis(1));
        ticks.ticked(game);
        StoredGame whole = Objects.requireNonNull(queue.take(10).getFirst().snapshot());
        assertThat(whole.snapshot()).isInstanceOf(Snapshot.Whole.class);
        time.advance(INTERVAL.minusMillis(1));
        ticks.ticked(game);
        assertThat(queue.size()).isZero();
    }

    @Test
    void theOldestGameIsTheOneOfWhichTheStoreHasNotHeardForLongest() {
        assertThat(games.oldestNanos()).isZero();
        StoredGame first = next();
        answer(ALL, first);
        time.advance(Duration.ofSeconds(3));
        assertThat(games.oldestNanos()).isEqualTo(Duration.ofSeconds(3).toNanos());
        answer(new WriteAnswer(Set.of(), Set.of(8)), next());
        assertThat(games.oldestNanos()).isGreaterThan(Duration.ofSeconds(3).toNanos());
        games.forget(8);
        assertThat(games.oldestNanos()).isZero();
    }

    @Test
    void answersAboutAnEarlierGameOfTheRoomSayNothing() {
        StoredGame first = next();
        StoredGame earlier = new StoredGame(new Holding(8, 4), new byte[0], first.snapshot());
        answer(ALL, earlier);
        assertThat(next().snapshot()).isInstanceOf(Snapshot.Whole.class);
    }

    @Test
    void theLastSnapshotBeforeAHandOverIsWhole() {
        answer(ALL, next());
        KeptGames.KeptGame kept = games.all().iterator().next();
        assertThat(kept.wholeSnapshot(game).snapshot()).isInstanceOf(Snapshot.Whole.class);
    }
}
