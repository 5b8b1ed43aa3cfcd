package dev.mallard.game.content;

import java.util.ArrayList;
import java.util.List;

/** Reads the tables of items. */
final class ItemTables {

    static final int MAX_CODE = 1_000_000;
    private static final int MAX_FIGURE = 1_000_000;

    private final ContentFiles files;

    ItemTables(ContentFiles files) {
        this.files = files;
    }

    List<Weapon> weapons() {
        Entry file = files.read("weapons.yaml");
        String prefix = file.text("coated-name-prefix");
        List<Weapon> weapons = new ArrayList<>();
        List<Weapon> coated = new ArrayList<>();
        for (Entry entry : file.entries("weapons")) {
            Weapon plain =
                    new Weapon(
                            entry.integer("code", 101, 200),
                            entry.text("name"),
                            entry.choice("type", WeaponType.class),
                            itemGrade(entry),
                            entry.integer("attack", 0, MAX_FIGURE),
                            entry.number("range", 0, MAX_FIGURE),
                            entry.number("speed", 0, MAX_FIGURE),
                            entry.integer("coated-code", 101, 200),
                            false);
            weapons.add(plain);
            coated.add(coated(plain, prefix, entry.integer("coated-attack", 0, MAX_FIGURE)));
            entry.finish();
        }
        file.finish();
        weapons.addAll(coated);
        return weapons;
    }

    private static Weapon coated(Weapon plain, String prefix, int attack) {
        return new Weapon(
                plain.partnerCode(),
                prefix + " " + plain.name(),
                plain.type(),
                plain.grade(),
                attack,
                plain.range(),
                plain.speed(),
                plain.code(),
                true);
    }

    List<Armour> armour() {
        Entry file = files.read("armour.yaml");
        List<Armour> parts = new ArrayList<>();
        for (Entry entry : file.entries("armour")) {
            Armour part =
                    new Armour(
                            entry.integer("code", 301, 800),
                            entry.text("name"),
                            entry.choice("slot", ArmourSlot.class),
                            itemGrade(entry),
                            entry.integer("defence", 0, MAX_FIGURE),
                            entry.integer("attack", 0, MAX_FIGURE));
            if (ItemKind.of(part.code()) != ItemKind.of(part.slot())) {
                throw entry.fault("code is not in the range of slot " + part.slot());
            }
            entry.finish();
            parts.add(part);
        }
        file.finish();
        return parts;
    }

    List<Food> foods() {
        Entry file = files.read("foods.yaml");
        List<Food> foods = new ArrayList<>();
        for (Entry entry : file.entries("foods")) {
            foods.add(
                    new Food(
                            entry.integer("code", 1, 100),
                            entry.text("name"),
                            entry.integer("hit-points", 0, MAX_FIGURE),
                            entry.integer("hunger", 0, MAX_FIGURE),
                            itemGrade(entry)));
            entry.finish();
        }
        file.finish();
        return foods;
    }

    List<Material> materials() {
        Entry file = files.read("materials.yaml");
        List<Material> materials = new ArrayList<>();
        for (Entry entry : file.entries("materials")) {
            materials.add(
                    new Material(
                            entry.integer("code", 801, MAX_CODE),
                            entry.text("name"),
                            entry.choice("grade", Grade.class)));
            entry.finish();
        }
        file.finish();
        return materials;
    }

    private static Grade itemGrade(Entry entry) {
        Grade grade = entry.choice("grade", Grade.class);
        if (grade == Grade.SPECIAL) {
            throw entry.fault("grade SPECIAL is for materials only");
        }
        return grade;
    }
}
