package dev.mallard.game.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ItemKindTest {

    @ParameterizedTest
    @CsvSource({
        "-2147483648, NONE",
        "0, NONE",
        "1, FOOD",
        "100, FOOD",
        "101, WEAPON",
        "200, WEAPON",
        "201, NONE",
        "300, NONE",
        "301, TOP",
        "400, TOP",
        "401, BOTTOM",
        "501, SHOES",
        "601, HELMET",
        "701, ACCESSORY",
        "800, ACCESSORY",
        "801, MATERIAL",
        "2147483647, MATERIAL"
    })
    void theCodeDecides(int code, ItemKind kind) {
        assertThat(ItemKind.of(code)).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(ArmourSlot.class)
    void everySlotHasItsKind(ArmourSlot slot) {
        assertThat(ItemKind.of(slot).slot()).isEqualTo(slot);
        assertThat(ItemKind.of(slot).equipment()).isTrue();
    }

    @Test
    void onlyWeaponsAndArmourAreWorn() {
        assertThat(ItemKind.WEAPON.equipment()).isTrue();
        assertThat(ItemKind.FOOD.equipment()).isFalse();
        assertThat(ItemKind.MATERIAL.equipment()).isFalse();
        assertThat(ItemKind.NONE.equipment()).isFalse();
    }

    @Test
    void gradesRiseToLegendary() {
        assertThat(Grade.COMMON.next()).isEqualTo(Grade.RARE);
        assertThat(Grade.RARE.next()).isEqualTo(Grade.EPIC);
        assertThat(Grade.EPIC.next()).isEqualTo(Grade.LEGENDARY);
        assertThat(Grade.LEGENDARY.next()).isEqualTo(Grade.LEGENDARY);
        assertThat(Grade.SPECIAL.next()).isEqualTo(Grade.SPECIAL);
    }
}
