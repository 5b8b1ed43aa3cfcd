package dev.mallard.game.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ContentLoaderTest {

    private static final GameContent CONTENT = ContentLoader.load(ContentSource.bundled());

    /** The bundled data with one text of one file replaced; the text has to be there. */
    private static ContentSource changed(String file, String from, String to) {
        return name -> {
            String text = ContentSource.bundled().read(name);
            if (!name.equals(file)) {
                return text;
            }
            assertThat(text).contains(from);
            return text.replace(from, to);
        };
    }

    private static void faulty(String file, String from, String to, String... messageParts) {
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> ContentLoader.load(changed(file, from, to)))
                .withMessageStartingWith(file + ": ")
                .satisfies(e -> assertThat(e.getMessage()).contains(messageParts));
    }

    @Test
    void theBundledDataIsComplete() {
        assertThat(CONTENT.tables().monsters()).hasSize(8);
        assertThat(CONTENT.tables().weapons()).hasSize(40);
        assertThat(CONTENT.tables().armour()).hasSize(25);
        assertThat(CONTENT.tables().foods()).hasSize(20);
        assertThat(CONTENT.tables().objects()).hasSize(11);
        assertThat(CONTENT.tables().placeables()).hasSize(4);
        assertThat(CONTENT.plainWeapons(Grade.COMMON)).hasSize(7);
        assertThat(CONTENT.plainWeapons(Grade.RARE)).hasSize(5);
        assertThat(CONTENT.plainWeapons(Grade.EPIC)).hasSize(4);
        assertThat(CONTENT.plainWeapons(Grade.LEGENDARY)).hasSize(4);
        assertThat(CONTENT.foods(Grade.COMMON)).hasSize(7);
        assertThat(CONTENT.foods(Grade.RARE)).hasSize(7);
        assertThat(CONTENT.foods(Grade.EPIC)).hasSize(4);
        assertThat(CONTENT.foods(Grade.LEGENDARY)).hasSize(2);
    }

    @Test
    void theFiguresAreThoseOfTheGame() {
        assertThat(CONTENT.monster(208))
                .isEqualTo(
                        new MonsterKind(
                                208,
                                "Mallard King",
                                5000,
                                120,
                                50,
                                10,
                                13,
                                DropGrade.S,
                                15,
                                30,
                                0,
                                true));
        assertThat(CONTENT.weapon(166))
                .isEqualTo(
                        new Weapon(
                                166,
                                "Mustard Thunder Axe",
                                WeaponType.AXE,
                                Grade.LEGENDARY,
                                80,
                                6,
                                10,
                                116,
                                true));
        assertThat(CONTENT.armour(705))
                .isEqualTo(
                        new Armour(
                                705,
                                "Dragon Heart Pendant",
                                ArmourSlot.ACCESSORY,
                                Grade.LEGENDARY,
                                25,
                                15));
        assertThat(CONTENT.food(19))
                .isEqualTo(new Food(19, "Dragon Fruit", 60, 60, Grade.LEGENDARY));
        assertThat(CONTENT.objectKind(1).hitPoints()).isEqualTo(3000);
        assertThat(CONTENT.upgradeRate(Grade.EPIC)).isEqualTo(20);
        assertThat(CONTENT.recipe()).isEqualTo(new Recipe(List.of(7, 8, 801), 802));
        assertThat(CONTENT.placeable(301)).isNull();
    }

    @Test
    void everyWeaponKnowsItsPartner() {
        for (Weapon weapon : CONTENT.tables().weapons()) {
            assertThat(weapon.partnerCode())
                    .isEqualTo(weapon.coated() ? weapon.code() - 50 : weapon.code() + 50);
        }
    }

    @Test
    void aFolderReplacesTheBundledData(@TempDir Path folder) throws IOException {
        for (String file :
                List.of(
                        "armour",
                        "chat",
                        "crafting",
                        "drops",
                        "foods",
                        "materials",
                        "monsters",
                        "objects",
                        "placeables",
                        "player",
                        "population",
                        "waves",
                        "weapons")) {
            String name = file + ".yaml";
            Files.writeString(
                    folder.resolve(name),
                    ContentSource.bundled()
                            .read(name)
                            .replace("hit-points: 5000", "hit-points: 9"));
        }
        GameContent own = ContentLoader.load(ContentSource.folder(folder));
        assertThat(own.monsterKind(208).hitPoints()).isEqualTo(9);

        Files.delete(folder.resolve("waves.yaml"));
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> ContentLoader.load(ContentSource.folder(folder)))
                .withMessage("waves.yaml: cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "- 1\n- 2", "just text", "monsters: 5", "monsters: []", "monsters: [1]"})
    void aFileHasToBeATable(String text) {
        ContentSource source =
                file -> file.equals("monsters.yaml") ? text : ContentSource.bundled().read(file);
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> ContentLoader.load(source))
                .withMessageStartingWith("monsters.yaml: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"monsters: [", "a: 1\na: 2", "monsters: !!java.net.URL [http://x]"})
    void aFileHasToBePlainYaml(String text) {
        ContentSource source =
                file -> file.equals("monsters.yaml") ? text : ContentSource.bundled().read(file);
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> ContentLoader.load(source))
                .withMessageStartingWith("monsters.yaml: is no valid YAML");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    monsters.yaml | code: 202 | code: 201 | twice
                    weapons.yaml | code: 102 | code: 101 | twice
                    weapons.yaml | coated-code: 152 | coated-code: 151 | twice
                    weapons.yaml | coated-code: 152 | coated-code: 103 | twice
                    armour.yaml | code: 302 | code: 301 | twice
                    foods.yaml | code: 2, | code: 1, | twice
                    materials.yaml | code: 802 | code: 801 | twice
                    objects.yaml | code: 3, | code: 2, | twice
                    placeables.yaml | code: 902 | code: 901 | twice
                    drops.yaml | grade: C | grade: D | twice
                    """)
    void codesAreUnique(String file, String from, String to, String message) {
        faulty(file, from, to, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    monsters.yaml | hit-points: 5000 | hit-points: 0 | monsters 8 (code 208) | hit-points is 0
                    monsters.yaml | attack: 120 | attack: -1 | monsters 8 (code 208) | attack is -1
                    monsters.yaml | attack: 120 | attack: many | monsters 8 (code 208) | attack is no whole
                    monsters.yaml | attack: 120, | '' | monsters 8 (code 208) | attack is missing
                    monsters.yaml | leash: 30 | leash: .nan | monsters 8 (code 208) | leash is NaN
                    monsters.yaml | leash: 30 | leash: far | monsters 8 (code 208) | leash is no number
                    monsters.yaml | code: 208 | code: 301 | monsters 8 (code 301) | code is 301
                    monsters.yaml | grade: S | grade: X | monsters 8 (code 208) | grade is X, not one of
                    monsters.yaml | boss: true | boss: 7 | monsters 8 (code 208) | boss is neither
                    monsters.yaml | boss: true | bos: true | monsters 8 (code 208) | unknown key bos
                    monsters.yaml | name: Mallard King | name: '' | monsters 8 (code 208) | name
                    weapons.yaml | type: BOW | type: GUN | weapons 3 (code 103) | type is GUN
                    weapons.yaml | coated-code: 151, | '' | weapons 1 (code 101) | coated-code is missing
                    weapons.yaml | grade: COMMON | grade: GOLDEN | weapons 1 (code 101) | grade is GOLDEN
                    armour.yaml | slot: TOP | slot: BOTTOM | armour 1 (code 301) | slot BOTTOM
                    armour.yaml | slot: TOP | slot: CAPE | armour 1 (code 301) | slot is CAPE
                    foods.yaml | code: 20 | code: 101 | foods 20 (code 101) | code is 101
                    foods.yaml | grade: RARE | grade: SPECIAL | foods 8 (code 8) | SPECIAL
                    materials.yaml | code: 801 | code: 800 | materials 1 | code is 800
                    objects.yaml | box-grade: D, | '' | objects 2 (code 2) | box-grade is missing
                    objects.yaml | type: GRASS | type: GRASS, box-grade: D | objects 5 (code 5) | boxes only
                    objects.yaml | drops: [301] | drops: [] | objects 2 (code 2) | drops is no list
                    objects.yaml | drops: [301] | drops: [399] | Low-Grade Box | no item with code 399
                    objects.yaml | drop-amount: 2 | drop-amount: 0 | objects 6 (code 6) | drop-amount is 0
                    placeables.yaml | object: 33 | object: 5 | Wall variant 4 | object 5 is no wall
                    placeables.yaml | object: 33 | object: 34 | Wall variant 4 | object 34 is no wall
                    placeables.yaml | consumes: 901 | consumes: 999 | Wall | no item with code 999
                    drops.yaml | rate: 100 | rate: 101 | drops 1 | rate is 101
                    drops.yaml | [90, 10, 0, 0] | [90, 9, 0, 0] | drops 1 | make 100
                    drops.yaml | [90, 10, 0, 0] | [90, 10, 0] | drops 1 | 4 numbers
                    drops.yaml | rolls: [1, 2] | rolls: [2, 1] | drops 1 | rolls
                    drops.yaml | weapon: 100, armour: 180, food: 504, nothing: 216 | weapon: 0, armour: 0, food: 0, nothing: 0 | kinds | all weights
                    drops.yaml | items: [1, 4] | items: [1, 8] | boxes | items
                    drops.yaml | extra: 901 | extra: 999 | boxes | no item with code 999
                    crafting.yaml | result: 802 | result: 899 | core | no item with code 899
                    crafting.yaml | result: 802 | result: 8 | core | one of the ingredients
                    crafting.yaml | [7, 8, 801] | [7, 7, 801] | core | twice
                    crafting.yaml | [7, 8, 801] | [7, 8, 899] | core | no item with code 899
                    crafting.yaml | EPIC: 20, | '' | upgrade-rates | EPIC is missing
                    crafting.yaml | EPIC: 20 | EPIC: 20, EPICS: 1 | upgrade-rates | unknown key EPICS
                    player.yaml | [1, 101] | [1, 199] | start-items | no item with code 199
                    player.yaml | slots: 18 | slots: 1 | start-items | more than
                    player.yaml | speed: 3 | speed: 0 | player | speed is 0
                    population.yaml | first-id: 30 | first-id: 29 | monsters 2 | first-id
                    population.yaml | code: 208 | code: 209 | code=209 | no such monster
                    population.yaml | code: 5, count: 50 | code: 8, count: 50 | code=8 | no such object
                    population.yaml | code: 5, count: 50 | code: 1, count: 1 | code=1 | id 1
                    population.yaml | code: 1, count: 1 | code: 5, count: 1 | objects | exactly one core
                    waves.yaml | [201, 202] | [201, 299] | codes | no monster with code 299
                    waves.yaml | [201, 202] | [201, 208] | codes | is a boss
                    waves.yaml | from-wave: 1 | from-wave: 2 | stages 1 | from-wave
                    waves.yaml | from-wave: 3 | from-wave: 2 | stages 3 | from-wave
                    chat.yaml | hide-above: 5 | hide-above: -1 | file | hide-above is -1
                    chat.yaml | '"damn"' | '" "' | file | words is no text
                    """)
    void faultsAreNamed(String file, String from, String to, String entry, String fault) {
        faulty(file, from, to, entry, fault);
    }

    @ParameterizedTest
    @EnumSource(
            value = Grade.class,
            names = {"RARE", "EPIC", "LEGENDARY"})
    void everyGradeNeedsWeaponsFoodAndArmour(Grade grade) {
        faulty("weapons.yaml", "grade: " + grade, "grade: COMMON", grade.name(), "no weapon");
        faulty("foods.yaml", "grade: " + grade, "grade: COMMON", grade.name(), "no food");
        for (ArmourSlot slot : ArmourSlot.values()) {
            faulty(
                    "armour.yaml",
                    "slot: " + slot + ", grade: " + grade,
                    "slot: " + slot + ", grade: COMMON",
                    grade.name(),
                    "no part for slot " + slot);
        }
    }

    @ParameterizedTest
    @EnumSource(DropGrade.class)
    void everyDropGradeNeedsItsRow(DropGrade grade) {
        String row =
                switch (grade) {
                    case D -> "  - {grade: D, rate: 100, rolls: [1, 2], grades: [90, 10, 0, 0]}\n";
                    case C -> "  - {grade: C, rate: 100, rolls: [1, 2], grades: [70, 25, 5, 0]}\n";
                    case B -> "  - {grade: B, rate: 100, rolls: [1, 2], grades: [50, 35, 15, 0]}\n";
                    case A -> "  - {grade: A, rate: 100, rolls: [1, 2], grades: [30, 40, 25, 5]}\n";
                    case S ->
                            "  - {grade: S, rate: 100, rolls: [1, 2], grades: [20, 35, 35, 10]}\n";
                };
        faulty("drops.yaml", row, "", grade.name(), "no row");
    }
}
