package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetachItemTest {

    private final Match match = Match.started();

    private void detach(int itemCode) {
        match.act(Match.HOST, new PlayerAction.DetachItem(itemCode));
    }

    @ParameterizedTest
    @ValueSource(ints = {105, 155, 302, 402, 502, 602, 702})
    void comesBackToTheInventory(int code) {
        match.equip(match.host(), code);
        detach(code);
        assertThat(match.news()).containsExactly(new GameEvent.ItemDetached(Match.HOST, code));
        assertThat(match.host().equipment().codes()).isEmpty();
        assertThat(match.host().equipment().attack()).isZero();
        assertThat(match.host().equipment().defence()).isZero();
        assertThat(match.host().inventory().count(code)).isEqualTo(1);
        match.refused(RuleViolation.NOTHING_EQUIPPED, () -> detach(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1, 100, 201, 300, 801, 901, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void hasToBeEquipment(int code) {
        match.refused(RuleViolation.NOT_EQUIPMENT, () -> detach(code));
    }

    @Test
    void hasToBeTheOneThatIsWorn() {
        match.equip(match.host(), 105);
        match.refused(RuleViolation.WRONG_EQUIPPED_ITEM, () -> detach(106));
        assertThat(match.host().equipment().codes()).containsExactly(105);
    }

    @Test
    void needsRoomUnlessItStacks() {
        match.equip(match.host(), 105);
        match.fillInventory(match.host());
        match.refused(RuleViolation.INVENTORY_FULL, () -> detach(105));

        match.host().inventory().remove(1, 1);
        match.give(match.host(), 105, 1);
        detach(105);
        assertThat(match.host().inventory().count(105)).isEqualTo(2);
    }
}
