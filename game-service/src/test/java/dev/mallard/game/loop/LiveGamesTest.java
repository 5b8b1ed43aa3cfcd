package dev.mallard.game.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.ManualExecutor;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.TestRules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@Timeout(30)
class LiveGamesTest {

    private final LiveGames games = new LiveGames(3);

    private static GameActor game(int id) {
        return new GameActor(
                id,
                new ManualExecutor(),
                new MailboxLimits(10, 10),
                TestRules.standard(),
                new ManualTime(),
                LoopObserver.none(),
                Permit.ALWAYS);
    }

    @Test
    void findsAGameByItsIdAndByItsPlayers() {
        GameActor game = game(7);
        assertThat(games.add(game)).isEqualTo(LiveGames.Added.ADDED);
        assertThat(games.seat(1, game)).isNull();
        assertThat(games.find(7)).isSameAs(game);
        assertThat(games.ofUser(1)).isSameAs(game);
        assertThat(games.ofUser(2)).isNull();
        assertThat(games.size()).isEqualTo(1);
        assertThat(games.players()).isEqualTo(1);
    }

    @Test
    void refusesASecondGameWithTheSameId() {
        GameActor first = game(7);
        games.add(first);
        assertThat(games.add(game(7))).isEqualTo(LiveGames.Added.EXISTS);
        assertThat(games.find(7)).isSameAs(first);
    }

    @Test
    void refusesMoreGamesThanThereMayBe() {
        for (int id = 1; id <= 3; id++) {
            assertThat(games.accepting()).isTrue();
            games.add(game(id));
        }
        assertThat(games.accepting()).isFalse();
        assertThat(games.add(game(4))).isEqualTo(LiveGames.Added.FULL);
    }

    @Test
    void refusesGamesWhenItIsClosed() {
        assertThat(games.closed()).isFalse();
        games.close();
        assertThat(games.closed()).isTrue();
        assertThat(games.accepting()).isFalse();
        assertThat(games.add(game(1))).isEqualTo(LiveGames.Added.FULL);
    }

    @Test
    void forgetsAGameWithItsSeats() {
        GameActor game = game(7);
        games.add(game);
        games.seat(1, game);
        games.seat(2, game);
        games.remove(game, List.of(1, 2));
        assertThat(games.find(7)).isNull();
        assertThat(games.ofUser(1)).isNull();
        assertThat(games.players()).isZero();
        assertThat(games.add(game(7))).isEqualTo(LiveGames.Added.ADDED);
    }

    @Test
    void keepsTheSeatThatAUserHasTakenElsewhere() {
        GameActor old = game(1);
        GameActor current = game(2);
        games.add(old);
        games.add(current);
        games.seat(5, old);
        assertThat(games.seat(5, current)).isSameAs(old);
        games.unseat(5, old);
        games.remove(old, List.of(5));
        assertThat(games.ofUser(5)).isSameAs(current);
        games.unseat(5, current);
        assertThat(games.ofUser(5)).isNull();
    }

    @Test
    void countsWhatWaits() {
        GameActor busy = game(1);
        GameActor idle = game(2);
        games.add(busy);
        games.add(idle);
        busy.submit(5, () -> {});
        busy.submit(5, () -> {});
        idle.submit(6, () -> {});
        assertThat(games.deepestMailbox()).isEqualTo(2);
        assertThat(games.waiting()).isEqualTo(3);
        assertThat(games.all()).containsExactlyInAnyOrder(busy, idle);
    }

    @Test
    void waitsUntilTheLastGameHasGone() throws InterruptedException {
        assertThat(games.awaitEmpty(Duration.ZERO)).isTrue();
        GameActor game = game(7);
        games.add(game);
        assertThat(games.awaitEmpty(Duration.ZERO)).isFalse();
        assertThat(games.awaitEmpty(Duration.ofMillis(1))).isFalse();
        CompletableFuture<Void> removal =
                CompletableFuture.runAsync(() -> games.remove(game, List.of()));
        assertThat(games.awaitEmpty(Duration.ofSeconds(20))).isTrue();
        removal.join();
    }
}
