package dev.mallard.game.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.ContentSource;
import dev.mallard.game.lifecycle.GameAdoption;
import dev.mallard.game.lifecycle.MovedGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.Snapshot;
import dev.mallard.game.snapshot.SnapshotCache;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Member;
import dev.mallard.protocol.message.RoomData;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** What becomes of the games that were taken. */
class AdopterTest {

    private static final Holding SEVEN = new Holding(7, 6);
    private static final byte[] ROOM = RoomData.newBuilder().setRoomId(7).build().toByteArray();

    private final StubStore store = new StubStore();
    private final GameAdoption adoption = mock();
    private final LeaseKeeper keeper = mock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Adopter adopter =
            new Adopter(store, keeper, adoption, new LiveGames(10), new TakeoverMetrics(meters), 4);

    private final ManualTime time = new ManualTime();
    private final GameRules rules = TestRules.standard();
    private final GameSnapshots snapshots =
            new GameSnapshots(
                    ContentLoader.load(ContentSource.bundled()), TestSettings.defaults(), rules);
    private final SnapshotCache cache = new SnapshotCache();
    private final Game game =
            rules.create(
                    7, 1, List.of(new Member(1, "host")), new SplittableRandom(1), time, mock());

    @BeforeEach
    void begin() {
        when(keeper.isSettled()).thenReturn(true);
        when(adoption.adopt(any(), any())).thenReturn(true);
    }

    private void claim(byte[] whole, byte[] delta) {
        store.claimable.add(new ClaimedGame(SEVEN, "game-1", ROOM, whole, delta));
        adopter.scan();
    }

    private MovedGame adopted() {
        ArgumentCaptor<MovedGame> moved = ArgumentCaptor.captor();
        verify(adoption).adopt(moved.capture(), any());
        return moved.getValue();
    }

    @Test
    void aGameGoesOnWithWhatIsNewSinceTheWholeSnapshot() {
        Snapshot whole = snapshots.encode(game, cache);
        cache.stored(whole.base());
        time.advance(Duration.ofSeconds(1));
        Snapshot delta = snapshots.encode(game, cache);
        assertThat(delta).isInstanceOf(Snapshot.Delta.class);

        claim(whole.bytes(), delta.bytes());
        assertThat(adopted().snapshot())
                .isEqualTo(snapshots.encode(game))
                .isNotEqualTo(whole.bytes());
        assertThat(adopted().fence()).isEqualTo(6);
        assertThat(meters.counter("mallard.game.takeover.adopted").count()).isEqualTo(1);
    }

    @Test
    void aGameWithoutADeltaGoesOnWithTheWholeSnapshot() {
        byte[] whole = snapshots.encode(game);
        claim(whole, new byte[0]);
        assertThat(adopted().snapshot()).isEqualTo(whole);
    }

    @Test
    void aGameWhoseDeltaIsDamagedIsSetAside() {
        Snapshot whole = snapshots.encode(game, cache);
        cache.stored(whole.base());
        byte[] delta = snapshots.encode(game, cache).bytes();
        delta[delta.length / 2]++;

        claim(whole.bytes(), delta);
        verifyNoInteractions(adoption);
        assertThat(store.aside).containsExactly(SEVEN);
        assertThat(meters.counter("mallard.game.takeover.unreadable").count()).isEqualTo(1);
    }

    @Test
    void whoIsNotSettledTakesNothing() {
        when(keeper.isSettled()).thenReturn(false);
        claim(snapshots.encode(game), new byte[0]);
        verifyNoInteractions(adoption);
        assertThat(store.claimable).hasSize(1);
    }
}
