package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.content.Grade;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;
import java.util.Set;

class CombineItemsTest {

    private final Match match = Match.started();
    private final Player host = match.host();

    private GameEvent.ItemsCombined combine(int first, int second) {
        match.out.clear();
        match.act(Match.HOST, new PlayerAction.CombineItems(first, second));
        return match.out.only(GameEvent.ItemsCombined.class);
    }

    private void refused(RuleViolation violation, int first, int second) {
        String before = host.inventory().toString();
        match.refused(
                violation,
                () -> match.act(Match.HOST, new PlayerAction.CombineItems(first, second)));
        assertThat(host.inventory()).hasToString(before);
    }

    private void give(int... codes) {
        for (int code : codes) {
            match.give(host, code, 1);
        }
    }

    @Test
    void honeyMustardCoatsAPlainWeapon() {
        give(802, 802, 120);
        assertThat(combine(101, 802))
                .isEqualTo(new GameEvent.ItemsCombined(Match.HOST, true, 101, 802, 151));
        assertThat(match.out.sent.getFirst().audience()).isEqualTo(Audience.ALL);
        assertThat(combine(802, 120).result()).isEqualTo(170);
        assertThat(host.inventory().count(151)).isEqualTo(1);
        assertThat(host.inventory().count(101)).isZero();
        assertThat(host.inventory().count(802)).isZero();
    }

    @Test
    void honeyMustardCoatsNothingElse() {
        give(802, 802, 151, 301, 10);
        for (int other : new int[] {151, 301, 10, 1, 802}) {
            refused(RuleViolation.COMBINE_NOT_A_WEAPON, 802, other);
            refused(RuleViolation.COMBINE_NOT_A_WEAPON, other, 802);
        }
    }

    @Test
    void equalGradesAlwaysRise() {
        Set<Integer> results = new HashSet<>();
        for (int round = 0; round < 200; round++) {
            give(101, 102);
            GameEvent.ItemsCombined event = combine(101, 102);
            assertThat(event.success()).isTrue();
            results.add(event.result());
        }
        assertThat(results).containsExactlyInAnyOrder(106, 109, 111, 112, 113);
    }

    @Test
    void legendaryStays() {
        give(305, 305);
        assertThat(combine(305, 305))
                .isEqualTo(new GameEvent.ItemsCombined(Match.HOST, true, 305, 305, 305));
        assertThat(host.inventory().count(305)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "301, 303, 25, EPIC, RARE",
        "301, 304, 30, LEGENDARY, EPIC",
        "301, 305, 35, LEGENDARY, LEGENDARY",
        "403, 404, 35, LEGENDARY, EPIC",
        "503, 505, 40, LEGENDARY, LEGENDARY",
        "604, 605, 45, LEGENDARY, LEGENDARY",
        "119, 115, 45, LEGENDARY, LEGENDARY"
    })
    void differentGradesNeedLuck(int first, int second, int percent, Grade better, Grade kept) {
        int successes = 0;
        for (int round = 0; round < 4000; round++) {
            give(first, second);
            GameEvent.ItemsCombined event = combine(first, second);
            assertThat(grade(event.result())).isEqualTo(event.success() ? better : kept);
            successes += event.success() ? 1 : 0;
            host.inventory().remove(event.result(), 1);
        }
        assertThat(successes / 40.0).isBetween(percent - 3.0, percent + 3.0);
    }

    private static Grade grade(int code) {
        var armour = Match.CONTENT.armour(code);
        if (armour != null) {
            return armour.grade();
        }
        var weapon = Match.CONTENT.weapon(code);
        assertThat(weapon).isNotNull();
        assertThat(weapon.coated()).isFalse();
        return weapon.grade();
    }

    @Test
    void aCoatingIsLost() {
        give(169, 170);
        GameEvent.ItemsCombined event = combine(169, 170);
        assertThat(event.result()).isIn(116, 117, 119, 120);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 101", "101, 301", "301, 401", "801, 801", "901, 101"})
    void differentKindsDoNotGoTogether(int first, int second) {
        give(first, second);
        refused(RuleViolation.COMBINE_INCOMPATIBLE, first, second);
    }

    @ParameterizedTest
    @CsvSource({"0, 101", "101, 0", "0, 0"})
    void twoItemsAreNeeded(int first, int second) {
        refused(RuleViolation.COMBINE_MATERIAL_MISSING, first, second);
    }

    @ParameterizedTest
    @CsvSource({"101, 101", "101, 102", "102, 101", "-1, 101", "101, -2147483648", "802, 101"})
    void bothHaveToBeOwned(int first, int second) {
        refused(RuleViolation.ITEM_NOT_OWNED, first, second);
    }

    @Test
    void roomIsJudgedWithoutTheIngredients() {
        give(305, 304);
        match.fillInventory(host);
        assertThat(combine(305, 304).result()).isEqualTo(305);
    }

    @Test
    void aFullInventoryDoesNotGamble() {
        match.give(host, 101, 2);
        match.give(host, 102, 2);
        match.give(host, 106, 1); // one of the possible results would stack
        match.fillInventory(host);
        for (int attempt = 0; attempt < 50; attempt++) {
            refused(RuleViolation.INVENTORY_FULL, 101, 102);
        }
    }

    @Test
    void aResultThatStacksNeedsNoSlot() {
        match.give(host, 304, 2);
        match.give(host, 305, 2);
        match.fillInventory(host);
        assertThat(combine(305, 304).result()).isEqualTo(305);
        assertThat(host.inventory().count(305)).isEqualTo(2);
        assertThat(host.inventory().count(304)).isEqualTo(1);
    }
}
