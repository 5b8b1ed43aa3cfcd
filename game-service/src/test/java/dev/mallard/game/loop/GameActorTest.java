package dev.mallard.game.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.game.rules.GameRules;
import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.support.ManualExecutor;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.RecordingObserver;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Notifications;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class GameActorTest {

    private static final int HOST = 1;
    private static final Duration TICK = Duration.ofMillis(200);

    private final ManualExecutor executor = new ManualExecutor();
    private final ManualTime time = new ManualTime();
    private final RecordingObserver observer = new RecordingObserver();
    private final GameRules rules = TestRules.standard();
    private final List<String> events = new ArrayList<>();
    private final List<String> end = new ArrayList<>();
    private final Notifications out =
            (audience, event) -> events.add(event.getClass().getSimpleName());
    private Game game;
    private GameActor actor;
    private boolean permitted = true;

    @BeforeEach
    void createGame() {
        game =
                rules.create(
                        7,
                        HOST,
                        List.of(new Member(HOST, "anna")),
                        new SplittableRandom(1),
                        time,
                        out);
        actor =
                new GameActor(
                        7,
                        executor,
                        new MailboxLimits(10, 5),
                        rules,
                        time,
                        observer,
                        () -> permitted);
        events.clear();
    }

    private final class RecordingEnd implements EndOfGame {
        @Override
        public void ended() {
            end.add("ended");
        }

        @Override
        public void tick() {
            end.add("tick");
        }

        @Override
        public void recorded() {
            end.add("recorded");
        }

        @Override
        public void cancel() {
            end.add("cancel");
        }

        @Override
        public void left(int playerId) {
            end.add("left");
        }
    }

    private void begin() {
        actor.begin(new LiveGame(game, out, new RecordingEnd()));
    }

    private void start() {
        rules.act(game, HOST, new PlayerAction.StartGame(List.of(), List.of()), out);
        events.clear();
    }

    @Test
    void goesOnAfterACommandThatThrows() {
        begin();
        actor.submit(
                HOST,
                () -> {
                    throw new IllegalStateException("a bug");
                });
        actor.submit(
                HOST,
                () -> {
                    throw new StackOverflowError();
                });
        actor.submit(HOST, () -> events.add("served"));
        executor.runAll();
        assertThat(events).containsExactly("served");
        assertThat(observer.lines()).containsExactly("failed", "failed");
        assertThat(game.ended()).isFalse();
    }

    @Test
    void ticksByTheRules() {
        begin();
        start();
        time.advance(TICK);
        actor.tick(time.nanoTime());
        assertThat(events).isEmpty();
        executor.runAll();
        assertThat(events).containsExactly("PlayerPositions");
    }

    @Test
    void goesOnAfterATickThatThrows() {
        boolean[] broken = {true};
        Notifications fragile =
                (audience, event) -> {
                    if (broken[0]) {
                        throw new IllegalStateException("a bug");
                    }
                    out.send(audience, event);
                };
        actor.begin(new LiveGame(game, fragile, new RecordingEnd()));
        start();
        actor.tick(time.nanoTime());
        executor.runAll();
        assertThat(observer.lines()).contains("failed");
        broken[0] = false;
        time.advance(TICK);
        actor.tick(time.nanoTime());
        executor.runAll();
        assertThat(events).containsExactly("PlayerPositions");
    }

    @Test
    void measuresHowLateATickIs() {
        begin();
        start();
        actor.tick(time.nanoTime());
        time.advance(Duration.ofMillis(30));
        executor.runAll();
        assertThat(observer.lines()).containsExactly("ticked 30 ms late");
    }

    @Test
    void leavesATickOutWhileAnEarlierOneWaits() {
        begin();
        start();
        actor.tick(time.nanoTime());
        actor.tick(time.nanoTime());
        actor.tick(time.nanoTime());
        executor.runAll();
        assertThat(events).containsExactly("PlayerPositions");
        assertThat(observer.lines()).startsWith("tick left out", "tick left out");
        actor.tick(time.nanoTime());
        executor.runAll();
        assertThat(events).hasSize(2);
    }

    @Test
    void leavesATickOutWhenTheMailboxTakesNoMore() {
        begin();
        start();
        for (int i = 0; i < 10; i++) {
            assertThat(actor.control(() -> {})).isTrue();
        }
        assertThat(actor.control(() -> {})).isFalse();
        actor.tick(time.nanoTime());
        executor.runAll();
        assertThat(events).isEmpty();
        actor.tick(time.nanoTime());
        executor.runAll();
        assertThat(events).containsExactly("PlayerPositions");
    }

    @Test
    void reportsCommandsThatItTurnsAway() {
        begin();
        for (int i = 0; i < 5; i++) {
            actor.submit(HOST, () -> {});
        }
        assertThat(actor.submit(HOST, () -> {})).isEqualTo(Admission.SHARE_USED_UP);
        assertThat(observer.lines()).containsExactly("turned away SHARE_USED_UP");
        assertThat(actor.depth()).isEqualTo(5);
    }

    @Test
    void saysOnceThatTheGameHasEnded() {
        begin();
        actor.submit(HOST, () -> game.end(GameOutcome.CLEARED));
        actor.submit(HOST, () -> events.add("late command"));
        executor.runAll();
        assertThat(end).containsExactly("ended");
        assertThat(events).containsExactly("late command");
        actor.tick(time.nanoTime());
        executor.runAll();
        assertThat(end).containsExactly("ended", "tick");
    }

    @Test
    void noticesAnEndThatComesWithAFailure() {
        begin();
        actor.submit(
                HOST,
                () -> {
                    game.end(GameOutcome.CLEARED);
                    throw new IllegalStateException("a bug");
                });
        executor.runAll();
        assertThat(end).containsExactly("ended");
    }

    @Test
    void doesNothingForAGameThatWasNotCreated() {
        actor.withGame(live -> events.add("no game"));
        actor.tick(time.nanoTime());
        executor.runAll();
        assertThat(events).isEmpty();
        assertThat(actor.live()).isNull();
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void hasOneGameOnly() {
        begin();
        assertThatThrownBy(this::begin).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesItsGameToCommands() {
        begin();
        actor.withGame(live -> events.add("game " + live.game().id()));
        executor.runAll();
        assertThat(events).containsExactly("game 7");
        assertThat(actor).hasToString("game 7");
    }

    @Test
    void standsStillWithoutAPermit() {
        begin();
        start();
        permitted = false;
        actor.submit(HOST, () -> events.add("walk"));
        actor.tick(0);
        executor.runAll();
        assertThat(events).isEmpty();

        permitted = true;
        actor.resumeIfPermitted();
        executor.runAll();
        assertThat(events).startsWith("walk").hasSizeGreaterThan(1);
    }

    @Test
    void standsStillWhilePaused() {
        begin();
        actor.pause();
        actor.submit(HOST, () -> events.add("walk"));
        executor.runAll();
        assertThat(events).isEmpty();
        actor.resume();
        executor.runAll();
        assertThat(events).containsExactly("walk");
    }

    @Test
    void doesNothingWithAGameThatIsNotOursAnyMore() {
        begin();
        start();
        permitted = false;
        actor.submit(HOST, () -> events.add("live: " + actor.live()));
        actor.withGame(live -> rules.stop(live.game()));
        actor.tick(0);
        actor.drop();
        executor.runAll();
        assertThat(actor.isDropped()).isTrue();
        assertThat(events).containsExactly("live: null");
        assertThat(game.ended()).isFalse();
        assertThat(end).isEmpty();
    }

    @Test
    void saysWhenATickIsThrough() {
        List<Game> ticked = new ArrayList<>();
        actor.begin(new LiveGame(game, out, new RecordingEnd(), ticked::add, 5));
        start();
        actor.tick(0);
        executor.runAll();
        assertThat(ticked).containsExactly(game);
        rules.stop(game);
        actor.tick(0);
        executor.runAll();
        assertThat(ticked).hasSize(1);
    }
}
