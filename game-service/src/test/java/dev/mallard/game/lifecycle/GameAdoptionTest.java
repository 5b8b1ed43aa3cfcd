package dev.mallard.game.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.loop.AfterTick;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.snapshot.SnapshotException;
import dev.mallard.game.support.TestRules;
import dev.mallard.protocol.message.RoomData;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Games that come from other services, and games that are lost to them. */
class GameAdoptionTest {

    private static final int ANNA = 1;
    private static final int BEN = 2;

    private final List<String> kept = new ArrayList<>();
    private final GameKeeping keeping =
            new GameKeeping() {
                @Override
                public long newFence() {
                    return 5;
                }

                @Override
                public AfterTick keep(GameActor actor, RoomData room, long fence) {
                    kept.add(actor + "#" + fence);
                    return AfterTick.NOTHING;
                }

                @Override
                public void forget(int gameId) {
                    kept.remove("game " + gameId + "#6");
                }

                @Override
                public void discard(int gameId, long fence) {
                    kept.add("discarded " + gameId + "#" + fence);
                }
            };
    private final TestService service = new TestService(TestRules.standard(), 2, keeping);
    private final List<SnapshotException> unreadable = new ArrayList<>();

    private MovedGame moved() {
        TestService other = new TestService(TestRules.standard(), 1);
        RoomData room = other.room(7, ANNA, BEN);
        other.started(7, ANNA, BEN);
        return new MovedGame(room, 6, "game-1", other.snapshots.encode(other.live(7).game()));
    }

    private boolean take(MovedGame game) {
        boolean taken = service.adoption.adopt(game, unreadable::add);
        service.threads.runAll();
        return taken;
    }

    /** Takes a game that the lobby wants. */
    private boolean adopt(MovedGame game) {
        boolean adopted = take(game);
        service.adoption.recorded(game.id());
        service.threads.runAll();
        return adopted;
    }

    @Test
    void bringsBackWhoIsLoggedIn() {
        service.gateways.logIn(BEN, 1);
        assertThat(adopt(moved())).isTrue();
        assertThat(service.gateways.take())
                .startsWith("moved 7#6 from game-1", "entered 7#6 [1, 2]", "3006 to [2]");
        assertThat(kept).containsExactly("game 7#6");
        assertThat(service.games.ofUser(ANNA)).isEqualTo(service.games.find(7));
        assertThat(service.live(7).fence()).isEqualTo(6);
        service.pass(TestService.TICK);
        assertThat(service.gateways.take()).contains("4002 to [2]");
    }

    @Test
    void leavesAPlayerWhoHasBegunAnotherGameThere() {
        service.started(8, ANNA);
        service.gateways.logIn(BEN, 1);
        adopt(moved());
        assertThat(service.games.ofUser(ANNA)).isEqualTo(service.games.find(8));
        assertThat(service.live(7).game().player(ANNA)).isNull();
        assertThat(service.gateways.take()).contains("entered 7#6 [2]", "left 7 1");
    }

    @Test
    void takesNoGameForWhichThereIsNoRoom() {
        service.created(8, 21);
        service.created(9, 22);
        assertThat(adopt(moved())).isFalse();
        assertThat(service.games.find(7)).isNull();
        assertThat(service.gateways.take()).isEmpty();
    }

    @Test
    void forgetsAGameThatCannotBeRestored() {
        MovedGame good = moved();
        adopt(new MovedGame(good.room(), 6, "game-1", new byte[] {1, 2, 3}));
        assertThat(unreadable).hasSize(1);
        assertThat(service.games.size()).isZero();
        assertThat(service.games.players()).isZero();
        assertThat(service.gateways.take()).isEmpty();
    }

    @Test
    void dropsAnOlderStateOfTheSameGame() {
        service.created(7, ANNA, BEN);
        GameActor older = service.games.find(7);
        adopt(moved());
        assertThat(older).isNotNull();
        assertThat(older.isDropped()).isTrue();
        assertThat(service.games.find(7)).isNotSameAs(older);
        assertThat(service.games.ofUser(ANNA)).isSameAs(service.games.find(7));
    }

    @Test
    void dropsALostGameWithoutAWord() {
        service.started(8, ANNA);
        service.adoption.drop(Objects.requireNonNull(service.games.find(8)));
        service.pass(Duration.ofSeconds(1));
        assertThat(service.games.size()).isZero();
        assertThat(service.games.players()).isZero();
        assertThat(service.gateways.take()).isEmpty();
        assertThat(service.gateways.reports()).isEmpty();
    }

    @Test
    void nothingHappensBeforeTheLobbyHasAnswered() {
        service.gateways.logIn(BEN, 1);
        take(moved());
        service.pass(TestService.TICK);
        assertThat(service.gateways.take()).containsExactly("moved 7#6 from game-1");
        assertThat(kept).isEmpty();
    }

    @Test
    void aGameThatNobodyWantsIsForgottenWithoutAWord() {
        service.gateways.logIn(BEN, 1);
        take(moved());
        service.gateways.take();
        service.adoption.cancelled(7);
        service.lifecycle.cancel(7);
        service.adoption.recorded(7);
        service.pass(Duration.ofSeconds(3));
        assertThat(service.gateways.take()).isEmpty();
        assertThat(service.gateways.reports()).isEmpty();
        assertThat(service.games.size()).isZero();
        assertThat(service.games.players()).isZero();
        assertThat(kept).containsExactly("discarded 7#6");
    }

    @Test
    void aSilentLobbyDoesNotKeepAGameFromGoingOn() {
        service.gateways.logIn(BEN, 1);
        take(moved());
        service.pass(Duration.ofMillis(1200));
        assertThat(service.gateways.take())
                .containsSubsequence("moved 7#6 from game-1", "entered 7#6 [1, 2]", "3006 to [2]");
        service.adoption.recorded(7);
        service.threads.runAll();
        assertThat(service.gateways.take()).noneMatch(line -> line.startsWith("entered"));
    }

    @Test
    void aGameThatIsTakenAwayMeanwhileDoesNotGoOn() {
        take(moved());
        service.adoption.drop(Objects.requireNonNull(service.games.find(7)));
        service.gateways.take();
        service.pass(Duration.ofSeconds(2));
        assertThat(service.gateways.take()).isEmpty();
        assertThat(service.games.size()).isZero();
    }

    @Test
    void reportsTheEndAfterTheMove() {
        take(moved());
        service.pass(Duration.ofMillis(1200));
        service.lifecycle.stop(Objects.requireNonNull(service.games.find(7)));
        service.threads.runAll();
        assertThat(service.gateways.reports()).isEmpty();
        service.adoption.recorded(7);
        assertThat(service.gateways.reports()).hasSize(1);
        service.lifecycle.recorded(7);
        service.threads.runAll();
        assertThat(kept).isEmpty();
    }
}
