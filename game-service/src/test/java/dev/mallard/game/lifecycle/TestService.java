package dev.mallard.game.lifecycle;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.ContentSource;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.MailboxLimits;
import dev.mallard.game.loop.Permit;
import dev.mallard.game.loop.TickWheel;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.support.ManualExecutor;
import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.RecordingObserver;
import dev.mallard.game.support.TestSettings;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.User;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** The service without sockets and threads: the test turns the clock and runs the games. */
final class TestService {

    static final Duration TICK = Duration.ofMillis(200);

    final ManualTime time = new ManualTime();
    final ManualExecutor threads = new ManualExecutor();
    final RecordingGateways gateways = new RecordingGateways();
    final RecordingObserver observer = new RecordingObserver();
    final LiveGames games;
    final GameRules rules;
    final EndReports reports;
    final TickWheel wheel = new TickWheel(TICK, 0);
    final GameLifecycle lifecycle;
    final GameAdoption adoption;
    final GameSnapshots snapshots;

    TestService(GameRules rules, int maxGames) {
        this(rules, maxGames, GameKeeping.NONE);
    }

    TestService(GameRules rules, int maxGames, GameKeeping keeping) {
        this.rules = rules;
        this.games = new LiveGames(maxGames);
        this.snapshots =
                new GameSnapshots(
                        ContentLoader.load(ContentSource.bundled()),
                        TestSettings.defaults(),
                        rules);
        EndingSettings ending = new EndingSettings(Duration.ofSeconds(1), Duration.ofSeconds(5), 3);
        MoveReports moves = new MoveReports(gateways, time, ending);
        this.reports = new EndReports(gateways, moves, time, ending);
        wheel.add(reports);
        wheel.add(moves);
        ActorFactory actors =
                id ->
                        new GameActor(
                                id,
                                threads,
                                new MailboxLimits(100, 50),
                                rules,
                                time,
                                observer,
                                Permit.ALWAYS);
        GameFactory factory =
                new GameFactory(rules, snapshots, time, id -> new SplittableRandom(id));
        Endings endings = new Endings(reports, ending, time, observer);
        GameOpening opening =
                new GameOpening(
                        games, gateways, gateways::packet, endings, wheel, observer, keeping);
        this.lifecycle =
                new GameLifecycle(
                        games, actors, factory, rules, gateways, opening, keeping, endings,
                        observer);
        this.adoption =
                new GameAdoption(
                        games, actors, factory, opening, rules, gateways, wheel, moves, reports,
                        keeping);
    }

    /** A room whose first member owns it; all members are logged in. */
    RoomData room(int id, int... members) {
        RoomData.Builder room =
                RoomData.newBuilder()
                        .setRoomId(id)
                        .setOwnerId(members[0])
                        .setName("Pond")
                        .setMaxUserNum(4);
        for (int member : members) {
            gateways.logIn(member, 1);
            room.addUsers(User.newBuilder().setUserId(member).setName("user" + member));
        }
        return room.build();
    }

    /** Creates the game of a room, and forgets what was said about it. */
    void created(int id, int... members) {
        create(room(id, members));
        gateways.take();
    }

    void create(RoomData room) {
        lifecycle.create(room, message -> {});
        threads.runAll();
    }

    /** Creates a game that has started. */
    void started(int id, int... members) {
        created(id, members);
        LiveGame live = live(id);
        rules.act(
                live.game(),
                members[0],
                new PlayerAction.StartGame(List.of(), List.of()),
                live.out());
        gateways.take();
    }

    LiveGame live(int id) {
        GameActor actor = Objects.requireNonNull(games.find(id));
        return Objects.requireNonNull(actor.live());
    }

    /** Lets time pass, tick by tick. */
    void pass(Duration duration) {
        long end = time.nanoTime() + duration.toNanos();
        while (time.nanoTime() < end) {
            time.advance(TICK);
            wheel.advance(time.nanoTime());
            threads.runAll();
        }
    }
}
