package dev.mallard.game.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Checks what one file alone cannot show: that codes are unique and tables fit together. */
final class ContentChecks {

    /** The grades that items have, materials aside. */
    static final List<Grade> ITEM_GRADES =
            List.of(Grade.COMMON, Grade.RARE, Grade.EPIC, Grade.LEGENDARY);

    private final GameTables tables;
    private final GameContent content;

    ContentChecks(GameTables tables, GameContent content) {
        this.tables = tables;
        this.content = content;
    }

    /**
     * Checks everything.
     *
     * @throws ContentException with the first fault
     */
    void check() {
        unique("monsters.yaml", tables.monsters(), MonsterKind::code);
        unique("weapons.yaml", tables.weapons(), Weapon::code);
        unique("armour.yaml", tables.armour(), Armour::code);
        unique("foods.yaml", tables.foods(), Food::code);
        unique("materials.yaml", tables.materials(), Material::code);
        unique("objects.yaml", tables.objects(), ObjectKind::code);
        unique("placeables.yaml", tables.placeables(), Placeable::code);
        unique("drops.yaml", tables.drops(), row -> row.grade().ordinal());
        checkGrades();
        checkObjects();
        checkPopulation();
        checkWaves();
        checkReferences();
    }

    private static <T> void unique(String file, List<T> entries, ToIntFunction<T> key) {
        Set<Integer> seen = new HashSet<>();
        for (T entry : entries) {
            if (!seen.add(key.applyAsInt(entry))) {
                throw new ContentException(
                        file, entry.toString(), "its code or grade is there twice");
            }
        }
    }

    private void checkGrades() {
        for (Grade grade : ITEM_GRADES) {
            require(!content.plainWeapons(grade).isEmpty(), "weapons.yaml", grade, "no weapon");
            require(!content.foods(grade).isEmpty(), "foods.yaml", grade, "no food");
            for (ArmourSlot slot : ArmourSlot.values()) {
                require(
                        !content.armour(slot, grade).isEmpty(),
                        "armour.yaml",
                        grade,
                        "no part for slot " + slot);
            }
        }
        for (DropGrade grade : DropGrade.values()) {
            require(
                    tables.drops().stream().anyMatch(row -> row.grade() == grade),
                    "drops.yaml",
                    grade,
                    "no row");
        }
    }

    private void checkObjects() {
        for (ObjectKind kind : tables.objects()) {
            for (int code : kind.drops()) {
                item("objects.yaml", kind.name(), code);
            }
        }
        for (Placeable placeable : tables.placeables()) {
            ObjectKind kind = content.object(placeable.objectCode());
            require(
                    kind != null && kind.type() == ObjectType.WALL,
                    "placeables.yaml",
                    placeable.name(),
                    "object " + placeable.objectCode() + " is no wall");
            item("placeables.yaml", placeable.name(), placeable.consumes());
        }
    }

    private void checkPopulation() {
        String file = "population.yaml";
        for (Population.Run run : tables.population().monsters()) {
            require(content.monster(run.code()) != null, file, run, "no such monster");
        }
        int cores = 0;
        for (Population.Run run : tables.population().objects()) {
            ObjectKind kind = content.object(run.code());
            require(kind != null, file, run, "no such object");
            if (kind != null && kind.type() == ObjectType.CORE) {
                cores += run.count();
                require(run.firstId() == 1, file, run, "the core has to be id 1");
            }
        }
        require(cores == 1, file, "objects", "there has to be exactly one core");
    }

    private void checkWaves() {
        for (WavePlan.Stage stage : tables.waves().stages()) {
            for (int code : stage.codes()) {
                MonsterKind kind = content.monster(code);
                require(kind != null, "waves.yaml", stage, "no monster with code " + code);
                require(
                        kind == null || !kind.boss(),
                        "waves.yaml",
                        stage,
                        "code " + code + " is a boss");
            }
        }
    }

    private void checkReferences() {
        for (int code : tables.recipe().ingredients()) {
            item("crafting.yaml", "core", code);
        }
        item("crafting.yaml", "core", tables.recipe().result());
        require(
                !tables.recipe().ingredients().contains(tables.recipe().result()),
                "crafting.yaml",
                "core",
                "the result is one of the ingredients");
        require(
                Set.copyOf(tables.recipe().ingredients()).size()
                        == tables.recipe().ingredients().size(),
                "crafting.yaml",
                "core",
                "an ingredient is there twice");
        item("drops.yaml", "boxes", tables.boxFilling().extraCode());
        for (int code : tables.player().startItems()) {
            item("player.yaml", "start-items", code);
        }
        require(
                Set.copyOf(tables.player().startItems()).size() <= tables.player().slots(),
                "player.yaml",
                "start-items",
                "more than there are slots");
    }

    private void item(String file, String entry, int code) {
        require(content.itemExists(code), file, entry, "no item with code " + code);
    }

    private static void require(boolean condition, String file, Object entry, String fault) {
        if (!condition) {
            throw new ContentException(file, entry.toString(), fault);
        }
    }
}
