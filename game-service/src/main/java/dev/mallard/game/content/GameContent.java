package dev.mallard.game.content;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** All game data, checked; immutable and shared by all games. Made by {@link ContentLoader}. */
public final class GameContent {

    private final GameTables tables;
    private final Map<Integer, MonsterKind> monsters = new LinkedHashMap<>();
    private final Map<Integer, Weapon> weapons = new LinkedHashMap<>();
    private final Map<Integer, Armour> armour = new LinkedHashMap<>();
    private final Map<Integer, Food> foods = new LinkedHashMap<>();
    private final Map<Integer, Material> materials = new LinkedHashMap<>();
    private final Map<Integer, ObjectKind> objects = new LinkedHashMap<>();
    private final Map<Integer, Placeable> placeables = new LinkedHashMap<>();
    private final Map<DropGrade, DropRow> drops = new EnumMap<>(DropGrade.class);
    private final Map<Grade, List<Weapon>> plainWeapons = new EnumMap<>(Grade.class);
    private final Map<Grade, List<Food>> foodByGrade = new EnumMap<>(Grade.class);
    private final Map<Grade, Map<ArmourSlot, List<Armour>>> parts = new EnumMap<>(Grade.class);

    GameContent(GameTables tables) {
        this.tables = tables;
        tables.monsters().forEach(kind -> monsters.put(kind.code(), kind));
        tables.weapons().forEach(weapon -> weapons.put(weapon.code(), weapon));
        tables.armour().forEach(part -> armour.put(part.code(), part));
        tables.foods().forEach(food -> foods.put(food.code(), food));
        tables.materials().forEach(material -> materials.put(material.code(), material));
        tables.objects().forEach(kind -> objects.put(kind.code(), kind));
        tables.placeables().forEach(placeable -> placeables.put(placeable.code(), placeable));
        tables.drops().forEach(row -> drops.put(row.grade(), row));
        for (Grade grade : Grade.values()) {
            plainWeapons.put(
                    grade,
                    tables.weapons().stream()
                            .filter(weapon -> !weapon.coated() && weapon.grade() == grade)
                            .toList());
            foodByGrade.put(
                    grade, tables.foods().stream().filter(f -> f.grade() == grade).toList());
            Map<ArmourSlot, List<Armour>> bySlot = new EnumMap<>(ArmourSlot.class);
            for (ArmourSlot slot : ArmourSlot.values()) {
                bySlot.put(
                        slot,
                        tables.armour().stream()
                                .filter(p -> p.slot() == slot && p.grade() == grade)
                                .toList());
            }
            parts.put(grade, bySlot);
        }
    }

    /** The kind of monster with this code, or null. */
    public @Nullable MonsterKind monster(int code) {
        return monsters.get(code);
    }

    /** The weapon with this code, or null. */
    public @Nullable Weapon weapon(int code) {
        return weapons.get(code);
    }

    /** The armour part with this code, or null. */
    public @Nullable Armour armour(int code) {
        return armour.get(code);
    }

    /** The food with this code, or null. */
    public @Nullable Food food(int code) {
        return foods.get(code);
    }

    /** The kind of object with this code, or null. */
    public @Nullable ObjectKind object(int code) {
        return objects.get(code);
    }

    /** What can be built under this code, or null. */
    public @Nullable Placeable placeable(int code) {
        return placeables.get(code);
    }

    /**
     * The kind of monster with a code that other tables refer to.
     *
     * @throws IllegalArgumentException when there is none
     */
    public MonsterKind monsterKind(int code) {
        return required(monsters.get(code), "monster", code);
    }

    /**
     * The kind of object with a code that other tables refer to.
     *
     * @throws IllegalArgumentException when there is none
     */
    public ObjectKind objectKind(int code) {
        return required(objects.get(code), "object", code);
    }

    private static <T> T required(@Nullable T value, String what, int code) {
        if (value == null) {
            throw new IllegalArgumentException("no " + what + " with code " + code);
        }
        return value;
    }

    /** Whether an item with this code exists. */
    public boolean itemExists(int code) {
        return foods.containsKey(code)
                || weapons.containsKey(code)
                || armour.containsKey(code)
                || materials.containsKey(code);
    }

    /** The row of the drop table. */
    public DropRow drop(DropGrade grade) {
        DropRow row = drops.get(grade);
        if (row == null) {
            throw new IllegalStateException("no drop row " + grade);
        }
        return row;
    }

    /** Plain weapons of a grade; empty for SPECIAL. */
    public List<Weapon> plainWeapons(Grade grade) {
        return plainWeapons.getOrDefault(grade, List.of());
    }

    /** Foods of a grade; empty for SPECIAL. */
    public List<Food> foods(Grade grade) {
        return foodByGrade.getOrDefault(grade, List.of());
    }

    /** Armour parts of a slot and grade; empty for SPECIAL. */
    public List<Armour> armour(ArmourSlot slot, Grade grade) {
        return parts.getOrDefault(grade, Map.of()).getOrDefault(slot, List.of());
    }

    /** Share of a grade in the chance of a combination, percent. */
    public int upgradeRate(Grade grade) {
        return tables.upgradeRates().getOrDefault(grade, 0);
    }

    /** Draws one element of a list that is not empty. */
    public static <T> T draw(List<T> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** All tables as they were read. */
    public GameTables tables() {
        return tables;
    }

    /** The figures of a player. */
    public PlayerStats player() {
        return tables.player();
    }

    /** Weights of what a monster leaves. */
    public DropWeights dropWeights() {
        return tables.dropWeights();
    }

    /** What is in a fresh box. */
    public BoxFilling boxFilling() {
        return tables.boxFilling();
    }

    /** What exists at the beginning. */
    public Population population() {
        return tables.population();
    }

    /** What the core crafts. */
    public Recipe recipe() {
        return tables.recipe();
    }

    /** The waves. */
    public WavePlan waves() {
        return tables.waves();
    }

    /** The words that are masked in the chat. */
    public ChatWords chat() {
        return tables.chat();
    }
}
