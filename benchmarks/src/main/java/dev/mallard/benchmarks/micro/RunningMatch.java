package dev.mallard.benchmarks.micro;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.ContentSource;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.rules.GameSettings;
import dev.mallard.game.rules.MonsterSimulation;
import dev.mallard.game.rules.MovementMode;
import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameClock;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** A game of four that has been started, whose day does not end. Confined to one thread. */
final class RunningMatch {

    static final int HOST = 1;
    static final int PLAYERS = 4;
    static final int MONSTER_CODE = 201;

    private static final int UNLIMITED = 1_000_000;
    private static final GameContent CONTENT = ContentLoader.load(ContentSource.bundled());

    /** Time that passes when it is told to. */
    private static final class Clock implements GameClock {

        private long millis;

        @Override
        public long elapsedMillis() {
            return millis;
        }

        @Override
        public long epochMillis() {
            return millis;
        }
    }

    private final Clock clock = new Clock();
    private final GameRules rules = new GameRules(CONTENT, settings());
    private final Game game;
    // What the players would be told goes here, so that it is made.
    private @Nullable GameEvent last;
    private final Notifications out = (audience, event) -> last = event;

    /**
     * @param monsters how many live, all near the players
     */
    RunningMatch(int monsters) {
        List<Member> members =
                IntStream.range(0, PLAYERS)
                        .mapToObj(seat -> new Member(HOST + seat, "player" + seat))
                        .toList();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        game = rules.create(1, HOST, members, random, clock, out);
        while (game.monsters().size() > monsters) {
            game.monsters().remove(game.monsters().get(game.monsters().size() - 1));
        }
        act(HOST, new PlayerAction.StartGame(places(0), List.of()));
    }

    /** As they are set by default, but for the rates and the length of a day. */
    private static GameSettings settings() {
        return new GameSettings(
                new GameSettings.Timing(
                        Duration.ofDays(10_000),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50)),
                new GameSettings.Walking(MovementMode.OBSERVE, 1.1, 2, 200),
                new GameSettings.Rates(
                        UNLIMITED,
                        UNLIMITED,
                        UNLIMITED,
                        UNLIMITED,
                        Duration.ZERO,
                        UNLIMITED,
                        Duration.ZERO,
                        UNLIMITED,
                        UNLIMITED,
                        Duration.ZERO),
                new GameSettings.Reach(5, 10, 5, 8, 5, 8, 2, 10),
                new GameSettings.Limits(100, 600, 200, 1000, 9999, 200),
                new GameSettings.Simulation(
                        MonsterSimulation.HOST_WITH_FALLBACK, 1, 1, Duration.ofSeconds(1), 18, 22),
                false,
                false);
    }

    /**
     * Where all monsters are, in rings around the players.
     *
     * @param step they have all moved a little with the next step
     */
    List<MonsterPosition> places(int step) {
        List<MonsterPosition> places = new ArrayList<>();
        for (int i = 0; i < game.monsters().size(); i++) {
            Monster monster = game.monsters().get(i);
            double angle = i + 0.1 * step;
            double distance = 2 + i % 10;
            places.add(
                    new MonsterPosition(
                            monster.id(),
                            monster.kind().code(),
                            (float) (distance * Math.cos(angle)),
                            (float) (distance * Math.sin(angle))));
        }
        return places;
    }

    /** The last thing that players were told. */
    @Nullable GameEvent last() {
        return last;
    }

    void act(int player, PlayerAction action) {
        rules.act(game, player, action, out);
    }

    /** Lets a fifth of a second pass. Nobody gets hungry. */
    void tick() {
        clock.millis += 200;
        rules.tick(game, out);
        for (Player player : game.players()) {
            player.feed(1);
        }
    }

    /** A monster beside the host. */
    Monster bring(int id) {
        Monster monster = new Monster(id, CONTENT.monsterKind(MONSTER_CODE), true);
        monster.moveTo(4, 4);
        game.monsters().add(monster);
        return monster;
    }

    /** Takes a monster away, if it still lives, and everything that lies on the ground. */
    void clear(Monster monster) {
        if (!monster.dead()) {
            game.monsters().remove(monster);
        }
        while (game.ground().size() > 0) {
            game.ground().remove(game.ground().all().getFirst());
        }
        clock.millis += 1;
    }
}
