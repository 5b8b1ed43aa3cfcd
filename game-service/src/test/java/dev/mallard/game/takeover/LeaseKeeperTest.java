package dev.mallard.game.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.ContentSource;
import dev.mallard.game.lifecycle.GameAdoption;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.loop.MailboxLimits;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.support.ManualExecutor;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.support.TestSettings;
import dev.mallard.protocol.message.RoomData;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A lease of 2 s that is renewed every 500 ms, and what a frozen service does with its games. */
class LeaseKeeperTest {

    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration RENEWAL = Duration.ofMillis(500);
    private static final Duration TTL = Duration.ofMinutes(10);

    private final ManualTime time = new ManualTime();
    private final ManualExecutor threads = new ManualExecutor();
    private final StubStore store = new StubStore();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TakeoverMetrics metrics = new TakeoverMetrics(meters);
    private final Lease lease = new Lease(time, LEASE);
    private final LiveGames games = new LiveGames(10);
    private final GameAdoption adoption = mock(GameAdoption.class);
    private final List<String> ran = new ArrayList<>();
    private final KeptGames kept;
    private final GameActor actor;
    private final LeaseKeeper keeper;

    LeaseKeeperTest() {
        GameRules rules = TestRules.standard();
        GameSnapshots snapshots =
                new GameSnapshots(
                        ContentLoader.load(ContentSource.bundled()),
                        TestSettings.defaults(),
                        rules);
        kept =
                new KeptGames(
                        snapshots,
                        new SnapshotQueue(10, metrics),
                        time,
                        time,
                        Duration.ofMillis(800));
        actor =
                new GameActor(
                        7,
                        threads,
                        new MailboxLimits(10, 10),
                        rules,
                        time,
                        LoopObserver.none(),
                        lease);
        keeper =
                new LeaseKeeper(
                        store,
                        lease,
                        kept,
                        new Fencing(kept, adoption, metrics),
                        games,
                        time,
                        metrics,
                        new TakeoverProperties(
                                "redis://localhost",
                                "mallard:",
                                LEASE,
                                RENEWAL,
                                Duration.ofMillis(800),
                                Duration.ofMillis(250),
                                64,
                                4000,
                                Duration.ofMillis(500),
                                Duration.ofSeconds(2),
                                TTL,
                                Duration.ofSeconds(5)));
    }

    @BeforeEach
    void begin() {
        games.add(actor);
        kept.keep(actor, RoomData.newBuilder().setRoomId(7).build(), 5);
        keeper.renew();
    }

    private void submit(String command) {
        actor.submit(1, () -> ran.add(command));
        threads.runAll();
    }

    private void pass(Duration duration) {
        for (Duration left = duration; left.isPositive(); left = left.minus(RENEWAL)) {
            time.advance(RENEWAL);
            keeper.renew();
            threads.runAll();
        }
    }

    @Test
    void lettingGamesRunNeedsRenewalsOnly() {
        int questions = store.questions;
        pass(Duration.ofMinutes(1));
        submit("walk");
        assertThat(ran).containsExactly("walk");
        assertThat(store.questions).isEqualTo(questions);
    }

    @Test
    void nothingRunsInAServiceThatWakesUpUntilTheStoreHasSpoken() {
        time.advance(LEASE);
        submit("walk");
        assertThat(ran).isEmpty();

        keeper.renew();
        threads.runAll();
        assertThat(ran).containsExactly("walk");
        verifyNoInteractions(adoption);
    }

    @Test
    void aServiceThatWakesUpDropsWhatOthersHaveTaken() {
        time.advance(LEASE);
        store.held = false;
        store.lost.add(7);
        keeper.renew();
        verify(adoption).drop(actor);
        assertThat(kept.size()).isZero();
        assertThat(meters.counter("mallard.game.takeover.fenced").count()).isEqualTo(1);
    }

    @Test
    void aLeaseThatHadLapsedInTheStoreIsNotTrusted() {
        time.advance(RENEWAL);
        store.held = false;
        store.lost.add(7);
        keeper.renew();
        verify(adoption).drop(actor);
    }

    @Test
    void aRenewalWithoutAnAnswerMayHaveHiddenALapse() {
        store.silent = true;
        pass(RENEWAL);
        store.silent = false;
        int questions = store.questions;
        pass(RENEWAL);
        assertThat(store.questions).isEqualTo(questions + 1);
        pass(RENEWAL);
        assertThat(store.questions).isEqualTo(questions + 1);
    }

    @Test
    void whatTheStoreHasForgottenIsOursUnlessItMayHaveEndedElsewhere() {
        time.advance(TTL.minusSeconds(1));
        store.held = false;
        keeper.renew();
        assertThat(store.unknownWasOwn).isTrue();

        time.advance(TTL);
        keeper.renew();
        assertThat(store.unknownWasOwn).isFalse();
    }

    @Test
    void gamesStandStillForABoundedTimeWhenTheStoreIsAway() {
        store.silent = true;
        pass(Duration.ofSeconds(2));
        submit("walk");
        assertThat(ran).isEmpty();

        pass(Duration.ofMillis(500));
        assertThat(ran).containsExactly("walk");
        pass(Duration.ofMinutes(1));
        submit("go on");
        assertThat(ran).containsExactly("walk", "go on");
    }

    @Test
    void aServiceThatIsFrozenWhileTheStoreIsAwayStandsStillAgain() {
        store.silent = true;
        pass(Duration.ofSeconds(10));
        time.advance(Duration.ofSeconds(5));
        submit("walk");
        keeper.renew();
        threads.runAll();
        assertThat(ran).isEmpty();

        pass(Duration.ofSeconds(2));
        assertThat(ran).containsExactly("walk");
    }

    @Test
    void aGameThatIsBeingCreatedGoesOnAsWell() {
        GameActor created =
                new GameActor(
                        8,
                        threads,
                        new MailboxLimits(10, 10),
                        TestRules.standard(),
                        time,
                        LoopObserver.none(),
                        lease);
        games.add(created);
        time.advance(LEASE);
        created.control(() -> ran.add("open"));
        threads.runAll();
        assertThat(ran).isEmpty();
        keeper.renew();
        threads.runAll();
        assertThat(ran).containsExactly("open");
    }

    @Test
    void isSettledAfterOneLeaseWithTheStore() {
        store.silent = true;
        pass(RENEWAL);
        assertThat(keeper.isSettled()).isFalse();
        store.silent = false;
        pass(LEASE);
        assertThat(keeper.isSettled()).isFalse();
        pass(RENEWAL);
        assertThat(keeper.isSettled()).isTrue();
    }

    @Test
    void aStoreThatHasBeenUpForLongKnowsEverybodyAtOnce() {
        assertThat(keeper.isSettled()).isTrue();
    }

    @Test
    void countsForHowLongGamesStoodStill() {
        time.advance(LEASE.plusSeconds(3));
        keeper.renew();
        assertThat(lease.suspendedNanos()).isEqualTo(Duration.ofSeconds(3).toNanos());
    }
}
