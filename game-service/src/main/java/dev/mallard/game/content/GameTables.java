package dev.mallard.game.content;

import java.util.List;
import java.util.Map;

/**
 * The tables as they stand in the files, in their order.
 *
 * @param player figures of a player
 * @param monsters kinds of monsters
 * @param weapons plain and coated weapons
 * @param armour armour parts
 * @param foods foods
 * @param materials other items
 * @param objects kinds of objects
 * @param placeables what can be built
 * @param drops rows of the drop table
 * @param dropWeights what one roll gives
 * @param boxFilling content of a fresh box
 * @param upgradeRates percent per grade
 * @param population what exists at the beginning
 * @param recipe what the core crafts
 * @param waves the waves
 * @param chat masked words
 */
public record GameTables(
        PlayerStats player,
        List<MonsterKind> monsters,
        List<Weapon> weapons,
        List<Armour> armour,
        List<Food> foods,
        List<Material> materials,
        List<ObjectKind> objects,
        List<Placeable> placeables,
        List<DropRow> drops,
        DropWeights dropWeights,
        BoxFilling boxFilling,
        Map<Grade, Integer> upgradeRates,
        Population population,
        Recipe recipe,
        WavePlan waves,
        ChatWords chat) {

    /** Freezes the tables. */
    public GameTables {
        monsters = List.copyOf(monsters);
        weapons = List.copyOf(weapons);
        armour = List.copyOf(armour);
        foods = List.copyOf(foods);
        materials = List.copyOf(materials);
        objects = List.copyOf(objects);
        placeables = List.copyOf(placeables);
        drops = List.copyOf(drops);
        upgradeRates = Map.copyOf(upgradeRates);
    }
}
