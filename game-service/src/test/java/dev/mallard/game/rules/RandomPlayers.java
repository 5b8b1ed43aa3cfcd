package dev.mallard.game.rules;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolationException;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Players who do whatever comes to their mind: mostly sensible, sometimes nonsense or cheating. */
final class RandomPlayers {

    private static final float[] ODD = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f, -201, 0, -0f
    };
    private static final int[] ODD_NUMBERS = {
        0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 270, 9999, 10_000
    };

    private final Match match;
    private final RandomGenerator random;
    private int refusals;

    RandomPlayers(Match match, RandomGenerator random) {
        this.match = match;
        this.random = random;
    }

    int refusals() {
        return refusals;
    }

    /** One action of one player, or some time. */
    void act() {
        Game game = match.game;
        int id = random.nextInt(20) == 0 ? Match.STRANGER : Match.HOST + random.nextInt(4);
        Player player = game.player(id);
        try {
            if (player == null || random.nextInt(4) == 0) {
                match.clock.advance(random.nextInt(20, 260));
                match.rules.tick(game, match.out);
            } else {
                act(game, player);
            }
        } catch (RuleViolationException e) {
            refusals++;
        }
    }

    private void act(Game game, Player player) {
        int id = player.id();
        switch (random.nextInt(21)) {
            case 0, 1 -> match.act(id, new PlayerAction.Move(near(player.x()), near(player.y())));
            case 2 -> match.act(id, new PlayerAction.Swing(coordinate(), coordinate()));
            case 3, 4, 5 -> fight(game, player);
            case 6 -> match.act(id, new PlayerAction.DamagedByMonster(monster()));
            case 7 -> match.act(id, new PlayerAction.MoveMonsters(places(random.nextInt(8))));
            case 8 ->
                    match.act(
                            id,
                            new PlayerAction.ShowMonsterAttack(
                                    monster(), random.nextBoolean(), number()));
            case 9 -> match.act(id, new PlayerAction.SpawnWave(wave()));
            case 10, 11 -> match.act(id, new PlayerAction.UseItem(owned(player)));
            case 12 -> match.act(id, new PlayerAction.Chat("damn " + number()));
            case 13 -> openSomething(game, player);
            case 14 -> boxAction(game, player);
            case 15 -> pickUp(game, player);
            case 16 -> match.act(id, new PlayerAction.DropItem(owned(player), count()));
            case 17 -> match.act(id, new PlayerAction.DetachItem(worn(player)));
            case 18 -> match.act(id, new PlayerAction.CombineItems(owned(player), owned(player)));
            case 19 -> objectAction(player);
            default -> presence(game, player);
        }
    }

    private void fight(Game game, Player player) {
        int target = monster();
        Monster monster = game.monsters().find(target);
        if (monster != null && random.nextInt(3) != 0) {
            match.act(player.id(), new PlayerAction.Move(monster.x(), monster.y()));
        }
        for (int hit = random.nextInt(10); hit >= 0; hit--) {
            match.clock.advance(random.nextInt(120));
            match.act(
                    player.id(),
                    new PlayerAction.AttackMonster(target, coordinate(), coordinate()));
        }
    }

    private void boxAction(Game game, Player player) {
        var held = player.held();
        if (held == null) {
            openSomething(game, player);
            return;
        }
        int box = random.nextInt(10) == 0 ? object() : held.id();
        switch (random.nextInt(5)) {
            case 0 -> match.act(player.id(), new PlayerAction.CloseBox(box));
            case 1, 2 ->
                    match.act(player.id(), new PlayerAction.TakeFromBox(box, inside(box), count()));
            default ->
                    match.act(
                            player.id(), new PlayerAction.PutIntoBox(box, owned(player), count()));
        }
    }

    private void openSomething(Game game, Player player) {
        int box = object();
        GameObject object = game.objects().find(box);
        if (object != null && random.nextInt(5) != 0) {
            match.act(player.id(), new PlayerAction.Move(object.x(), object.y()));
        }
        match.act(player.id(), new PlayerAction.OpenBox(box));
    }

    private void pickUp(Game game, Player player) {
        List<GroundItem> items = game.ground().all();
        if (items.isEmpty() || random.nextInt(10) == 0) {
            match.act(player.id(), new PlayerAction.PickUp(coordinate(), coordinate()));
            return;
        }
        GroundItem item = items.get(random.nextInt(items.size()));
        match.act(player.id(), new PlayerAction.Move(item.x(), item.y()));
        match.act(player.id(), new PlayerAction.PickUp(item.x(), item.y()));
    }

    private void objectAction(Player player) {
        switch (random.nextInt(5)) {
            case 0, 3 ->
                    match.act(
                            player.id(),
                            new PlayerAction.PlaceWall(
                                    random.nextInt(900, 906), near(player.x()), near(player.y())));
            case 1 ->
                    match.act(
                            player.id(), new PlayerAction.ObjectHitByMonster(object(), monster()));
            default -> {
                int target = object();
                for (int hit = 0; hit < 5; hit++) {
                    match.act(player.id(), new PlayerAction.ObjectHitByPlayer(target));
                }
            }
        }
    }

    private void presence(Game game, Player player) {
        switch (random.nextInt(200)) {
            case 0, 1, 2, 3, 4, 5 -> match.rules.away(game, player.id(), match.out);
            case 6 -> {
                if (player.id() != game.hostId()) {
                    match.rules.gone(game, player.id(), match.out);
                }
            }
            case 7 -> match.rules.resumed(game, player.id(), match.out);
            default -> comeBack(game);
        }
    }

    private void comeBack(Game game) {
        for (Player player : List.copyOf(game.players())) {
            if (!player.connected()) {
                match.rules.resumed(game, player.id(), match.out);
            }
        }
    }

    private float coordinate() {
        return random.nextInt(30) == 0
                ? ODD[random.nextInt(ODD.length)]
                : random.nextFloat(-15, 15);
    }

    private float near(float from) {
        return random.nextInt(30) == 0 ? coordinate() : from * 0.95f + random.nextFloat(-2, 2);
    }

    private int number() {
        return random.nextInt(30) == 0
                ? ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)]
                : random.nextInt(1000);
    }

    private int count() {
        return random.nextInt(10) == 0 ? number() : random.nextInt(1, 4);
    }

    private int monster() {
        int size = match.game.monsters().size();
        return size == 0 || random.nextInt(20) == 0
                ? number()
                : match.game.monsters().get(random.nextInt(size)).id();
    }

    private int object() {
        List<GameObject> objects = List.copyOf(match.game.objects().all());
        return switch (random.nextInt(20)) {
            case 0 -> number();
            case 1, 2, 3 -> 1;
            default -> objects.get(random.nextInt(objects.size())).id();
        };
    }

    private int inside(int boxId) {
        GameObject box = match.game.objects().find(boxId);
        return box == null ? number() : pick(box.content());
    }

    private int owned(Player player) {
        return random.nextInt(20) == 0 ? number() : pick(player.inventory().stacks());
    }

    private int worn(Player player) {
        List<Integer> codes = player.equipment().codes();
        return codes.isEmpty() || random.nextInt(10) == 0
                ? number()
                : codes.get(random.nextInt(codes.size()));
    }

    private int pick(List<ItemStack> stacks) {
        return stacks.isEmpty() ? number() : stacks.get(random.nextInt(stacks.size())).itemCode();
    }

    private List<MonsterPosition> places(int count) {
        List<MonsterPosition> places = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            places.add(new MonsterPosition(monster(), number(), coordinate(), coordinate()));
        }
        return places;
    }

    private List<MonsterPosition> wave() {
        List<MonsterPosition> places = places(random.nextInt(2));
        var pending = match.game.pendingWave();
        if (pending != null) {
            for (int id : pending.waiting().keySet()) {
                if (random.nextInt(4) != 0) {
                    places.add(new MonsterPosition(id, 0, coordinate(), coordinate()));
                }
            }
        }
        return places;
    }

    /** Places everything close to the core, so that something happens. */
    void start() {
        List<MonsterPosition> monsters = new ArrayList<>();
        for (int index = 0; index < match.game.monsters().size(); index++) {
            Monster monster = match.game.monsters().get(index);
            monsters.add(
                    new MonsterPosition(
                            monster.id(), 0, random.nextFloat(-40, 40), random.nextFloat(-40, 40)));
        }
        match.act(
                Match.HOST,
                new PlayerAction.StartGame(
                        monsters,
                        match.objectPlaces(random.nextFloat(-4, 4), random.nextFloat(-4, 4))));
    }
}
