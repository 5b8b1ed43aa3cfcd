package dev.mallard.game.rules;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.ContentSource;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.ObjectPosition;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;
import dev.mallard.game.world.RuleViolationException;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** A game for tests: players 11 (host), 12, 13 ..., a clock to turn, and everything it sends. */
final class Match {

    static final int HOST = 11;
    static final int GUEST = 12;
    static final int THIRD = 13;
    static final int STRANGER = 99;
    static final int BOSS = 271;
    static final int GAME_ID = 7;

    static final GameContent CONTENT = ContentLoader.load(ContentSource.bundled());

    final ManualClock clock;
    final Recorder out = new Recorder();
    final GameRules rules;
    final Game game;

    Match(GameSettings settings, int players, long seed) {
        this(settings, players, random(seed));
    }

    Match(GameSettings settings, int players, RandomGenerator random) {
        clock = new ManualClock();
        rules = new GameRules(CONTENT, settings);
        List<Member> members =
                IntStream.range(0, players)
                        .mapToObj(index -> new Member(HOST + index, "player" + index))
                        .toList();
        game = rules.create(GAME_ID, HOST, members, random, clock, out);
    }

    /** Goes on with a game that exists. */
    Match(GameRules rules, Game game, ManualClock clock) {
        this.rules = rules;
        this.game = game;
        this.clock = clock;
    }

    static Match prepared() {
        return new Match(TestSettings.defaults(), 2, 1);
    }

    static Match started() {
        return started(TestSettings.defaults());
    }

    static Match started(GameSettings settings) {
        return started(settings, 2, 1);
    }

    static Match started(GameSettings settings, int players, long seed) {
        Match match = new Match(settings, players, seed);
        match.start();
        match.out.clear();
        return match;
    }

    static GameSettings withMode(MonsterSimulation mode) {
        GameSettings.Simulation s = TestSettings.defaults().simulation();
        return TestSettings.with(
                TestSettings.defaults(),
                new GameSettings.Simulation(
                        mode,
                        s.speedFactor(),
                        s.contactDistance(),
                        s.contactInterval(),
                        s.spawnMin(),
                        s.spawnMax()));
    }

    static GameSettings withGrace(Duration grace) {
        GameSettings.Timing timing = TestSettings.defaults().timing();
        return TestSettings.with(
                TestSettings.defaults(),
                new GameSettings.Timing(
                        timing.day(),
                        timing.night(),
                        timing.preparation(),
                        grace,
                        timing.waveAnswer(),
                        timing.tolerance()));
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Starts with all monsters and objects far from the players. */
    void start() {
        act(HOST, new PlayerAction.StartGame(monsterPlaces(-150, -150), objectPlaces(150, -150)));
    }

    List<MonsterPosition> monsterPlaces(float x, float y) {
        List<MonsterPosition> places = new ArrayList<>();
        for (int index = 0; index < game.monsters().size(); index++) {
            Monster monster = game.monsters().get(index);
            places.add(new MonsterPosition(monster.id(), 0, x, y));
        }
        return places;
    }

    List<ObjectPosition> objectPlaces(float x, float y) {
        return game.objects().all().stream().map(o -> new ObjectPosition(o.id(), x, y)).toList();
    }

    Player player(int id) {
        Player player = game.player(id);
        if (player == null) {
            throw new AssertionError("no player " + id);
        }
        return player;
    }

    Player host() {
        return player(HOST);
    }

    Player guest() {
        return player(GUEST);
    }

    Monster monster(int id) {
        Monster monster = game.monsters().find(id);
        if (monster == null) {
            throw new AssertionError("no monster " + id);
        }
        return monster;
    }

    GameObject object(int id) {
        GameObject object = game.objects().find(id);
        if (object == null) {
            throw new AssertionError("no object " + id);
        }
        return object;
    }

    /** Puts a monster next to a player. */
    Monster bring(int monsterId, Player player) {
        return bring(monsterId, player.x() + 1, player.y());
    }

    Monster bring(int monsterId, float x, float y) {
        Monster monster = monster(monsterId);
        monster.moveTo(x, y);
        monster.home(x, y);
        return monster;
    }

    void give(Player player, int itemCode, int count) {
        player.inventory().add(itemCode, count);
    }

    /** Fills all free slots with one unit each of items that nothing else in the test uses. */
    void fillInventory(Player player) {
        for (int code = 301; player.inventory().hasFreeSlot(); code++) {
            give(player, 100_000 + code, 1);
        }
    }

    void equip(Player player, int itemCode) {
        give(player, itemCode, 1);
        act(player.id(), new PlayerAction.UseItem(itemCode));
        out.clear();
    }

    void lay(GroundItem item) {
        game.ground().add(item);
    }

    void kill(Player player) {
        player.hurt(1000);
    }

    /** Lets time pass in ticks of 200 ms. */
    void passSeconds(double seconds) {
        for (int tick = 0; tick < Math.round(seconds * 5); tick++) {
            tick();
        }
    }

    void tick() {
        clock.advance(200);
        rules.tick(game, out);
    }

    GameOutcome outcome() {
        return game.result().orElseThrow().outcome();
    }

    /** Has a player do something. */
    void act(int playerId, PlayerAction action) {
        rules.act(game, playerId, action, out);
    }

    /** Expects a refusal that changes and sends nothing. */
    void refused(RuleViolation violation, ThrowingCallable action) {
        int before = out.sent.size();
        Assertions.assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        e -> Assertions.assertThat(e.violation()).isEqualTo(violation));
        Assertions.assertThat(out.sent).hasSize(before);
    }

    /** The events since the last call. */
    List<GameEvent> news() {
        List<GameEvent> news = out.news();
        out.clear();
        return news;
    }
}
