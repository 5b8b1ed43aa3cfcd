package dev.mallard.game.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the figures of players, drops, crafting and chat. */
final class RuleTables {

    private static final int MAX_FIGURE = 1_000_000;

    private final ContentFiles files;

    RuleTables(ContentFiles files) {
        this.files = files;
    }

    /** What is in the file on drops. */
    record Drops(List<DropRow> rows, DropWeights weights, BoxFilling boxes) {}

    /** What is in the file on crafting. */
    record Crafting(Recipe recipe, Map<Grade, Integer> upgradeRates) {}

    PlayerStats player() {
        Entry file = files.read("player.yaml");
        Entry entry = file.section("player");
        PlayerStats stats =
                new PlayerStats(
                        entry.integer("hit-points", 1, MAX_FIGURE),
                        entry.integer("hunger", 1, MAX_FIGURE),
                        entry.integer("hunger-period", 1, MAX_FIGURE),
                        entry.integer("starvation-damage", 0, MAX_FIGURE),
                        entry.integer("attack-bonus", 1, MAX_FIGURE),
                        entry.number("speed", 0.001, MAX_FIGURE),
                        entry.integer("slots", 1, 1000),
                        entry.integers("start-items", 1, ItemTables.MAX_CODE));
        entry.finish();
        file.finish();
        return stats;
    }

    Drops drops() {
        Entry file = files.read("drops.yaml");
        Drops drops =
                new Drops(rows(file), weights(file.section("kinds")), boxes(file.section("boxes")));
        file.finish();
        return drops;
    }

    private static List<DropRow> rows(Entry file) {
        List<DropRow> rows = new ArrayList<>();
        for (Entry entry : file.entries("drops")) {
            List<Integer> rolls = entry.span("rolls", 0, 100);
            List<Integer> grades = entry.integers("grades", 0, 100);
            if (grades.size() != 4 || grades.stream().mapToInt(Integer::intValue).sum() != 100) {
                throw entry.fault("grades are not 4 numbers that make 100");
            }
            rows.add(
                    new DropRow(
                            entry.choice("grade", DropGrade.class),
                            entry.integer("rate", 0, 100),
                            rolls.get(0),
                            rolls.get(1),
                            grades));
            entry.finish();
        }
        return rows;
    }

    private static DropWeights weights(Entry entry) {
        DropWeights weights =
                new DropWeights(
                        entry.integer("weapon", 0, MAX_FIGURE),
                        entry.integer("armour", 0, MAX_FIGURE),
                        entry.integer("food", 0, MAX_FIGURE),
                        entry.integer("nothing", 0, MAX_FIGURE));
        if (weights.total() == 0) {
            throw entry.fault("all weights are 0");
        }
        entry.finish();
        return weights;
    }

    private static BoxFilling boxes(Entry entry) {
        int slots = entry.integer("slots", 1, 1000);
        List<Integer> items = entry.span("items", 0, slots - 1);
        BoxFilling filling =
                new BoxFilling(
                        slots,
                        items.get(0),
                        items.get(1),
                        entry.integer("weapon-percent", 0, 100),
                        entry.integer("extra", 1, ItemTables.MAX_CODE),
                        entry.integer("extra-percent", 0, 100));
        entry.finish();
        return filling;
    }

    Crafting crafting() {
        Entry file = files.read("crafting.yaml");
        Crafting crafting =
                new Crafting(
                        recipe(file.section("core")), upgradeRates(file.section("upgrade-rates")));
        file.finish();
        return crafting;
    }

    private static Recipe recipe(Entry entry) {
        Recipe recipe =
                new Recipe(
                        entry.integers("ingredients", 1, ItemTables.MAX_CODE),
                        entry.integer("result", 1, ItemTables.MAX_CODE));
        entry.finish();
        return recipe;
    }

    private static Map<Grade, Integer> upgradeRates(Entry entry) {
        Map<Grade, Integer> rates = new EnumMap<>(Grade.class);
        for (Grade grade : ContentChecks.ITEM_GRADES) {
            rates.put(grade, entry.integer(grade.name(), 0, 100));
        }
        entry.finish();
        return rates;
    }

    ChatWords chat() {
        Entry file = files.read("chat.yaml");
        ChatWords words =
                new ChatWords(
                        file.texts("words"),
                        file.texts("masks"),
                        file.integer("hide-above", 0, 1000),
                        file.text("hidden"));
        file.finish();
        return words;
    }
}
