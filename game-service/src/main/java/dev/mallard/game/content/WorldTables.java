package dev.mallard.game.content;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Reads the tables of monsters and objects, and of what exists when. */
final class WorldTables {

    private static final int MAX_FIGURE = 1_000_000;

    private final ContentFiles files;

    WorldTables(ContentFiles files) {
        this.files = files;
    }

    List<MonsterKind> monsters() {
        Entry file = files.read("monsters.yaml");
        List<MonsterKind> kinds = new ArrayList<>();
        for (Entry entry : file.entries("monsters")) {
            kinds.add(
                    new MonsterKind(
                            entry.integer("code", 201, 300),
                            entry.text("name"),
                            entry.integer("hit-points", 1, MAX_FIGURE),
                            entry.integer("attack", 0, MAX_FIGURE),
                            entry.integer("defence", 0, MAX_FIGURE),
                            entry.number("range", 0, MAX_FIGURE),
                            entry.number("speed", 0, MAX_FIGURE),
                            entry.choice("grade", DropGrade.class),
                            entry.number("lose-distance", 0, MAX_FIGURE),
                            entry.number("leash", 0, MAX_FIGURE),
                            entry.integer("cool-down", 0, MAX_FIGURE),
                            entry.flag("boss")));
            entry.finish();
        }
        file.finish();
        return kinds;
    }

    List<ObjectKind> objects() {
        Entry file = files.read("objects.yaml");
        List<ObjectKind> kinds = new ArrayList<>();
        for (Entry entry : file.entries("objects")) {
            ObjectType type = entry.choice("type", ObjectType.class);
            kinds.add(
                    new ObjectKind(
                            entry.integer("code", 1, ItemTables.MAX_CODE),
                            entry.text("name"),
                            type,
                            entry.integer("hit-points", 1, MAX_FIGURE),
                            boxGrade(entry, type),
                            entry.optionalIntegers("drops", 1, ItemTables.MAX_CODE),
                            entry.integer("drop-amount", 1, 100, 1)));
            entry.finish();
        }
        file.finish();
        return kinds;
    }

    private static @Nullable DropGrade boxGrade(Entry entry, ObjectType type) {
        if (type == ObjectType.BOX) {
            return entry.choice("box-grade", DropGrade.class);
        }
        if (entry.has("box-grade")) {
            throw entry.fault("box-grade is for boxes only");
        }
        return null;
    }

    List<Placeable> placeables() {
        Entry file = files.read("placeables.yaml");
        List<Placeable> placeables = new ArrayList<>();
        for (Entry entry : file.entries("placeables")) {
            placeables.add(
                    new Placeable(
                            entry.integer("code", 1, ItemTables.MAX_CODE),
                            entry.text("name"),
                            entry.integer("object", 1, ItemTables.MAX_CODE),
                            entry.integer("consumes", 1, ItemTables.MAX_CODE)));
            entry.finish();
        }
        file.finish();
        return placeables;
    }

    Population population() {
        Entry file = files.read("population.yaml");
        Population population = new Population(runs(file, "monsters"), runs(file, "objects"));
        file.finish();
        return population;
    }

    private static List<Population.Run> runs(Entry file, String key) {
        List<Population.Run> runs = new ArrayList<>();
        int nextId = 1;
        for (Entry entry : file.entries(key)) {
            Population.Run run =
                    new Population.Run(
                            entry.integer("first-id", 1, 100_000),
                            entry.integer("code", 1, ItemTables.MAX_CODE),
                            entry.integer("count", 1, 10_000));
            if (run.firstId() < nextId) {
                throw entry.fault("first-id is used by an earlier entry, or not ascending");
            }
            nextId = run.firstId() + run.count();
            entry.finish();
            runs.add(run);
        }
        return runs;
    }

    WavePlan waves() {
        Entry file = files.read("waves.yaml");
        int base = file.integer("base", 0, 1000);
        int growth = file.integer("growth", 0, 1000);
        List<WavePlan.Stage> stages = new ArrayList<>();
        for (Entry entry : file.entries("stages")) {
            int fromWave = entry.integer("from-wave", 1, MAX_FIGURE);
            boolean fits =
                    stages.isEmpty() ? fromWave == 1 : fromWave > stages.getLast().fromWave();
            if (!fits) {
                throw entry.fault("from-wave is not ascending from 1");
            }
            stages.add(
                    new WavePlan.Stage(fromWave, entry.integers("codes", 1, ItemTables.MAX_CODE)));
            entry.finish();
        }
        file.finish();
        return new WavePlan(base, growth, stages);
    }
}
