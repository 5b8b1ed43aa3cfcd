package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Container;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Player;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts all items of a game, and checks that only the rules make or use up any. */
final class Census {

    private final Game game;
    private Map<Integer, Integer> total;
    private Map<Integer, Map<Integer, Integer>> boxes;
    private Map<Integer, Map<Integer, Integer>> players;
    private int product;

    Census(Game game) {
        this.game = game;
        this.total = count();
        this.boxes = boxContents();
        this.players = belongings();
        this.product = game.objects().core().count(802);
    }

    /** How much there is of each item. */
    Map<Integer, Integer> total() {
        return Map.copyOf(total);
    }

    /** Compares the items with those of the last call, given what all were told in between. */
    void check(List<GameEvent> events, List<Integer> seatsGivenUp) {
        Map<Integer, Integer> expected = new TreeMap<>(total);
        boolean dropped = false;
        for (GameEvent event : events) {
            switch (event) {
                case GameEvent.ItemsSpawned spawned -> appear(expected, spawned, dropped);
                case GameEvent.FoodEaten eaten -> add(expected, eaten.itemCode(), -1);
                case GameEvent.PlacementPaid paid -> add(expected, paid.itemCode(), -1);
                case GameEvent.ItemsCombined combined -> {
                    add(expected, combined.first(), -1);
                    add(expected, combined.second(), -1);
                    add(expected, combined.result(), 1);
                }
                case GameEvent.ItemPut put when put.boxId() == 1 -> craft(expected);
                case GameEvent.ObjectDestroyed(int id) -> take(expected, boxes.get(id));
                default -> {}
            }
            dropped = event instanceof GameEvent.ItemDropped;
        }
        seatsGivenUp.forEach(seat -> take(expected, players.get(seat)));
        expected.values().removeIf(count -> count == 0);
        total = count();
        boxes = boxContents();
        players = belongings();
        product = game.objects().core().count(802);
        assertThat(total).as("after %s", names(events)).isEqualTo(expected);
        assertThat(total.values()).allMatch(count -> count > 0);
    }

    /** Checks that all figures are in their range. */
    void checkRanges() {
        for (Player player : game.players()) {
            within(player.hitPoints(), 0, 100);
            within(player.hunger(), 0, 100);
            inTheWorld(player.x(), player.y());
            assertThat(player.dead()).isEqualTo(player.hitPoints() == 0);
            Container held = player.held();
            if (held != null) {
                assertThat(held.holder()).isSameAs(player);
                assertThat(player.targetable()).isTrue();
                assertThat(held.destroyed()).isFalse();
            }
        }
        for (int index = 0; index < game.monsters().size(); index++) {
            Monster monster = game.monsters().get(index);
            within(monster.hitPoints(), 1, monster.kind().hitPoints());
            inTheWorld(monster.x(), monster.y());
        }
        for (GameObject object : game.objects().all()) {
            within(object.hitPoints(), game.ended() ? 0 : 1, object.kind().hitPoints());
        }
        for (GroundItem item : game.ground().all()) {
            inTheWorld(item.x(), item.y());
        }
        within(game.monsters().size(), 0, 600);
        within(game.ground().size(), 0, 1000);
    }

    /** Cheaper than a fluent assertion, because it runs some million times. */
    private static void within(float value, float min, float max) {
        if (!(value >= min && value <= max)) {
            throw new AssertionError(value + " is not within " + min + " to " + max);
        }
    }

    private static void inTheWorld(float x, float y) {
        within(x, -200, 200);
        within(y, -200, 200);
    }

    private static List<String> names(List<GameEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private static void appear(
            Map<Integer, Integer> expected, GameEvent.ItemsSpawned spawned, boolean dropped) {
        if (!dropped) { // what a player drops was there before
            for (GroundItem item : spawned.items()) {
                add(expected, item.itemCode(), item.count());
            }
        }
    }

    private void craft(Map<Integer, Integer> expected) {
        int made = game.objects().core().count(802) - product;
        product += made;
        for (int ingredient : new int[] {7, 8, 801}) {
            add(expected, ingredient, -made);
        }
        add(expected, 802, made);
    }

    private Map<Integer, Integer> count() {
        Map<Integer, Integer> items = new TreeMap<>();
        belongings().values().forEach(things -> put(items, things));
        boxContents().values().forEach(things -> put(items, things));
        game.ground().all().forEach(item -> add(items, item.itemCode(), item.count()));
        return items;
    }

    private Map<Integer, Map<Integer, Integer>> belongings() {
        Map<Integer, Map<Integer, Integer>> all = new HashMap<>();
        for (Player player : game.players()) {
            Map<Integer, Integer> things = things(player.inventory().stacks());
            player.equipment().codes().forEach(code -> add(things, code, 1));
            all.put(player.id(), things);
        }
        return all;
    }

    private Map<Integer, Map<Integer, Integer>> boxContents() {
        Map<Integer, Map<Integer, Integer>> all = new HashMap<>();
        for (GameObject object : game.objects().all()) {
            if (object instanceof Container) {
                all.put(object.id(), things(object.content()));
            }
        }
        return all;
    }

    private static Map<Integer, Integer> things(List<ItemStack> stacks) {
        Map<Integer, Integer> things = new HashMap<>();
        for (ItemStack stack : stacks) {
            if (stack.count() > 0) {
                add(things, stack.itemCode(), stack.count());
            }
        }
        return things;
    }

    private static void add(Map<Integer, Integer> items, int code, int count) {
        items.merge(code, count, Integer::sum);
    }

    private static void put(Map<Integer, Integer> items, Map<Integer, Integer> others) {
        others.forEach((code, count) -> add(items, code, count));
    }

    private static void take(Map<Integer, Integer> items, @Nullable Map<Integer, Integer> others) {
        if (others != null) {
            others.forEach((code, count) -> add(items, code, -count));
        }
    }
}
