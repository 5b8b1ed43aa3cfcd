package dev.mallard.game.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.loop.EndOfGame;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.MailboxLimits;
import dev.mallard.game.loop.Permit;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.support.ManualExecutor;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.RecordingLink;
import dev.mallard.game.support.RecordingObserver;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.world.Member;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.Outbound;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.link.server.SessionDirectory;
import dev.mallard.protocol.message.GamePacket;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class GameRequestExecutorTest {

    private static final int ANNA = 1;
    private static final int BEN = 2;
    private static final PacketType QUIET = PacketType.C_PLAYER_POSITION_UPDATE_REQUEST;
    private static final PacketType ANSWERED = PacketType.C_PLAYER_OPEN_BOX_REQUEST;

    private final LiveGames games = new LiveGames(10);
    private final RecordingObserver observer = new RecordingObserver();
    private final RecordingLink link = new RecordingLink("gateway");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ManualExecutor threads = new ManualExecutor();
    private final CurrentGame currentGame = new CurrentGame();
    private final GameRules rules = TestRules.standard();
    private final ManualTime time = new ManualTime();
    private final List<String> ran = new ArrayList<>();
    private final GameRequestExecutor executor =
            new GameRequestExecutor(games, currentGame, new CommandTimers(meters), observer);

    private Request request(int userId, PacketType type) {
        return new Request(
                link.session(userId, 1),
                type,
                GamePacket.getDefaultInstance(),
                new Outbound(new SessionDirectory()),
                Clock.systemUTC());
    }

    private GameActor game(int id, int player) {
        GameActor actor =
                new GameActor(
                        id, threads, new MailboxLimits(3, 2), rules, time, observer, Permit.ALWAYS);
        games.add(actor);
        games.seat(player, actor);
        return actor;
    }

    private void begin(GameActor actor, int player) {
        actor.begin(
                new LiveGame(
                        rules.create(
                                actor.id(),
                                player,
                                List.of(new Member(player, "x")),
                                new SplittableRandom(1),
                                time,
                                (audience, event) -> {}),
                        (audience, event) -> {},
                        Mockito.mock(EndOfGame.class)));
    }

    private String error() {
        assertThat(link.packets()).hasSize(1);
        return link.packets().getFirst().getErrorNotification().getErrorMessage();
    }

    @Test
    void runsARequestInTheGameOfItsSender() {
        begin(game(7, ANNA), ANNA);
        begin(game(8, BEN), BEN);
        executor.execute(
                request(BEN, ANSWERED), () -> ran.add("game " + currentGame.get().game().id()));
        executor.execute(
                request(ANNA, ANSWERED), () -> ran.add("game " + currentGame.get().game().id()));
        assertThat(ran).isEmpty();
        threads.runAll();
        assertThat(ran).containsExactly("game 8", "game 7");
        assertThat(meters.get("mallard.game.commands").tag("type", ANSWERED.name()).timer().count())
                .isEqualTo(2);
    }

    @Test
    void silentlyEndsTheRequestOfAUserWithoutAGame() {
        executor.execute(request(ANNA, ANSWERED), () -> ran.add("never"));
        executor.execute(request(ANNA, QUIET), () -> ran.add("never"));
        assertThat(ran).isEmpty();
        assertThat(link.finished()).isEqualTo(1);
        assertThat(link.packets()).isEmpty();
        assertThat(observer.lines()).containsOnly("dropped NOT_IN_GAME").hasSize(2);
    }

    @Test
    void endsARequestForAGameThatWasNotCreated() {
        game(7, ANNA);
        executor.execute(request(ANNA, ANSWERED), () -> ran.add("never"));
        threads.runAll();
        assertThat(ran).isEmpty();
        assertThat(link.finished()).isEqualTo(1);
    }

    @Test
    void tellsASenderWhoIsTooFast() {
        game(7, ANNA);
        executor.execute(request(ANNA, ANSWERED), () -> {});
        executor.execute(request(ANNA, ANSWERED), () -> {});
        executor.execute(request(ANNA, ANSWERED), () -> ran.add("never"));
        assertThat(error()).startsWith("RATE_LIMITED:");
        assertThat(observer.lines()).containsExactly("turned away SHARE_USED_UP");
    }

    @Test
    void tellsASenderThatTheGameIsBusy() {
        GameActor actor = game(7, ANNA);
        games.seat(BEN, actor);
        executor.execute(request(BEN, ANSWERED), () -> {});
        executor.execute(request(BEN, ANSWERED), () -> {});
        executor.execute(request(ANNA, ANSWERED), () -> {});
        executor.execute(request(ANNA, ANSWERED), () -> ran.add("never"));
        assertThat(error()).startsWith("SERVER_BUSY:");
    }

    @Test
    void dropsAFrequentRequestThatDoesNotFit() {
        game(7, ANNA);
        for (int i = 0; i < 5; i++) {
            executor.execute(request(ANNA, QUIET), () -> {});
        }
        assertThat(link.packets()).isEmpty();
        assertThat(observer.lines()).hasSize(3).containsOnly("turned away SHARE_USED_UP");
    }

    @Test
    void answersEvenWhenAnErrorIsThrown() {
        begin(game(7, ANNA), ANNA);
        executor.execute(
                request(ANNA, ANSWERED),
                () -> {
                    throw new StackOverflowError();
                });
        threads.runAll();
        assertThat(error()).startsWith("INTERNAL_ERROR:");
        assertThat(observer.lines()).containsExactly("failed");
    }
}
