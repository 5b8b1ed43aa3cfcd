package dev.mallard.benchmarks.micro;

import dev.mallard.game.content.ContentLoader;
import dev.mallard.game.content.ContentSource;
import dev.mallard.game.content.GameContent;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.rules.GameSettings;
import dev.mallard.game.rules.MonsterSimulation;
import dev.mallard.game.rules.MovementMode;
import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameClock;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemBox;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.ObjectPosition;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolationException;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A game of four players who have fought, collected and eaten for five minutes; and its clock. */
final class PlayedGame implements GameClock {

    private static final int HOST = 100_001;
    private static final int PLAYERS = 4;
    private static final int SECONDS = 300;
    private static final int SURPLUS = 30;
    private static final int TICKS_PER_SECOND = 5;
    private static final int TICK_MILLIS = 200;
    private static final Notifications NOBODY = (_, _) -> {};

    private final SplittableRandom random = new SplittableRandom(1);
    private final GameContent content = ContentLoader.load(ContentSource.bundled());
    private final GameSettings settings = settings();
    private final GameRules rules = new GameRules(content, settings);
    private final Game game;
    private long millis = 1_000_000;

    PlayedGame() {
        List<Member> members =
                IntStream.range(0, PLAYERS)
                        .mapToObj(place -> new Member(HOST + place, "mallard" + place))
                        .toList();
        game = rules.create(4711, HOST, members, random, this, NOBODY);
    }

    Game game() {
        return game;
    }

    GameSnapshots snapshots() {
        return new GameSnapshots(content, settings, rules);
    }

    /** Plays until there are so many monsters. */
    void play(int monsters) {
        start();
        while (game.monsters().size() > monsters + SURPLUS) {
            game.monsters().remove(game.monsters().get(random.nextInt(game.monsters().size())));
        }
        for (int second = 0; second < SECONDS; second++) {
            for (Player player : game.players()) {
                player.heal(100);
                act(player);
            }
            moveMonsters();
            for (int tick = 0; tick < TICKS_PER_SECOND; tick++) {
                millis += TICK_MILLIS;
                rules.tick(game, NOBODY);
            }
        }
        while (game.monsters().size() > monsters) {
            game.monsters().remove(game.monsters().get(0));
        }
        if (!game.running()) {
            throw new IllegalStateException("the game is over: " + game.result());
        }
    }

    private void start() {
        List<MonsterPosition> monsters =
                game.monsters().refs().stream()
                        .map(ref -> new MonsterPosition(ref.monsterId(), 0, place(), place()))
                        .toList();
        List<ObjectPosition> objects =
                game.objects().all().stream()
                        .map(object -> new ObjectPosition(object.id(), place(), place()))
                        .toList();
        perform(HOST, new PlayerAction.StartGame(monsters, objects));
    }

    private void act(Player player) {
        Monster prey = game.monsters().get(random.nextInt(game.monsters().size()));
        perform(player.id(), new PlayerAction.Move(prey.x(), prey.y()));
        if (random.nextInt(5) == 0) {
            perform(player.id(), new PlayerAction.AttackMonster(prey.id(), 1, 0));
        }
        perform(player.id(), new PlayerAction.DamagedByMonster(prey.id()));
        perform(player.id(), new PlayerAction.Swing(0, 1));
        List<GroundItem> lying = game.ground().all();
        if (!lying.isEmpty()) {
            GroundItem item = lying.getFirst();
            perform(player.id(), new PlayerAction.Move(item.x(), item.y()));
            perform(player.id(), new PlayerAction.PickUp(item.x(), item.y()));
        }
        game.objects().all().stream()
                .filter(ItemBox.class::isInstance)
                .skip(random.nextInt(60))
                .findFirst()
                .ifPresent(
                        box -> {
                            perform(player.id(), new PlayerAction.Move(box.x(), box.y()));
                            perform(player.id(), new PlayerAction.OpenBox(box.id()));
                            int code = box.content().getFirst().itemCode();
                            perform(player.id(), new PlayerAction.TakeFromBox(box.id(), code, 1));
                        });
        player.inventory()
                .stacks()
                .forEach(item -> perform(player.id(), new PlayerAction.UseItem(item.itemCode())));
    }

    /** The host moves every other monster. */
    private void moveMonsters() {
        List<MonsterPosition> moved =
                game.monsters().positions().stream()
                        .filter(monster -> monster.monsterId() % 2 == 0)
                        .map(m -> new MonsterPosition(m.monsterId(), 0, m.x() + 0.25f, m.y()))
                        .toList();
        perform(HOST, new PlayerAction.MoveMonsters(moved));
    }

    private void perform(int playerId, PlayerAction action) {
        try {
            rules.act(game, playerId, action, NOBODY);
        } catch (RuleViolationException refused) {
            // a player who tries what does not work
        }
    }

    private float place() {
        return (float) random.nextDouble(-150, 150);
    }

    @Override
    public long elapsedMillis() {
        return millis;
    }

    @Override
    public long epochMillis() {
        return 1_700_000_000_000L + millis;
    }

    private static GameSettings settings() {
        return new GameSettings(
                new GameSettings.Timing(
                        Duration.ofSeconds(180),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50)),
                new GameSettings.Walking(MovementMode.OBSERVE, 1.1, 2, 200),
                new GameSettings.Rates(
                        10,
                        20,
                        10,
                        20,
                        Duration.ofMillis(100),
                        10,
                        Duration.ofMillis(300),
                        5,
                        5,
                        Duration.ofSeconds(5)),
                new GameSettings.Reach(5, 10, 5, 8, 5, 8, 2, 10),
                new GameSettings.Limits(100, 600, 200, 1000, 9999, 200),
                new GameSettings.Simulation(
                        MonsterSimulation.HOST_WITH_FALLBACK, 1, 1, Duration.ofSeconds(1), 18, 22),
                false,
                false);
    }
}
