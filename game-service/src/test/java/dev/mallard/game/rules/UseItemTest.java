package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class UseItemTest {

    private final Match match = Match.started();

    private void use(int itemCode) {
        match.act(Match.HOST, new PlayerAction.UseItem(itemCode));
    }

    @Test
    void foodGivesHungerAndHitPoints() {
        match.host().hurt(50);
        match.host().feed(-60);
        use(1);

        assertThat(match.out.sent)
                .containsExactly(
                        new Recorder.Sent(
                                Audience.ALL, new GameEvent.FoodEaten(Match.HOST, 1, 55, 60)));
        assertThat(match.host().inventory().count(1)).isZero();
    }

    @Test
    void foodFillsUpToTheMaximum() {
        match.host().hurt(5);
        use(1);
        assertThat(match.news()).containsExactly(new GameEvent.FoodEaten(Match.HOST, 1, 100, 100));
    }

    @Test
    void aFullMealResetsTheHungerClock() {
        match.clock.advance(1900);
        match.host().hungerCounter(match.game.now());
        use(1);
        assertThat(match.host().hungerCounter(match.game.now())).isZero();
    }

    @Test
    void aWeaponIsWorn() {
        use(101);
        assertThat(match.news()).containsExactly(new GameEvent.ItemWorn(Match.HOST, 101));
        assertThat(match.host().inventory().stacks()).containsExactly(new ItemStack(1, 1));
        assertThat(match.host().equipment().codes()).containsExactly(101);
    }

    @Test
    void whatWasWornComesBack() {
        use(101);
        match.give(match.host(), 115, 2);
        use(115);

        assertThat(match.host().inventory().count(101)).isEqualTo(1);
        assertThat(match.host().inventory().count(115)).isEqualTo(1);
        assertThat(match.host().equipment().codes()).containsExactly(115);
    }

    @Test
    void everyArmourSlotIsItsOwn() {
        for (int code : new int[] {301, 401, 501, 601, 701, 302}) {
            match.give(match.host(), code, 1);
            use(code);
        }
        assertThat(match.host().equipment().codes()).isEqualTo(List.of(302, 401, 501, 601, 701));
        assertThat(match.host().inventory().count(301)).isEqualTo(1);
        assertThat(match.host().equipment().defence()).isEqualTo(8 + 4 + 2 + 3 + 2);
    }

    @Test
    void wearingTheSameAgainChangesNothing() {
        use(101);
        match.give(match.host(), 101, 1);
        match.out.clear();
        use(101);

        assertThat(match.news()).containsExactly(new GameEvent.ItemWorn(Match.HOST, 101));
        assertThat(match.host().inventory().count(101)).isEqualTo(1);
    }

    @Test
    void aSwapNeedsRoomForTheOldPiece() {
        use(101);
        match.give(match.host(), 105, 2);
        match.fillInventory(match.host());
        String before = match.host().inventory().toString();

        match.refused(RuleViolation.INVENTORY_FULL, () -> use(105));
        assertThat(match.host().inventory()).hasToString(before);
        assertThat(match.host().equipment().codes()).containsExactly(101);
    }

    @Test
    void aSwapMayUseTheSlotThatBecomesFree() {
        use(101);
        match.give(match.host(), 105, 1);
        match.fillInventory(match.host());
        use(105);

        assertThat(match.host().inventory().count(101)).isEqualTo(1);
        assertThat(match.host().inventory().count(105)).isZero();
    }

    @Test
    void aSwapMayStackTheOldPiece() {
        match.give(match.host(), 101, 1);
        use(101);
        match.give(match.host(), 105, 2);
        match.fillInventory(match.host());
        use(105);

        assertThat(match.host().inventory().count(101)).isEqualTo(2);
        assertThat(match.host().inventory().count(105)).isEqualTo(1);
    }

    @Test
    void aFullStackDoesNotTakeTheOldPiece() {
        use(101);
        match.give(match.host(), 101, 9999);
        match.give(match.host(), 105, 1);
        match.refused(RuleViolation.INVENTORY_FULL, () -> use(105));
        assertThat(match.host().inventory().count(101)).isEqualTo(9999);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0, -1, 201, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void hasToBeOwned(int code) {
        match.refused(RuleViolation.ITEM_NOT_OWNED, () -> use(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {801, 802, 901})
    void hasToBeUsable(int code) {
        match.give(match.host(), code, 1);
        match.refused(RuleViolation.ITEM_NOT_USABLE, () -> use(code));
        assertThat(match.host().inventory().count(code)).isEqualTo(1);
    }

    @Test
    void theDeadDoNotEat() {
        match.kill(match.host());
        match.refused(RuleViolation.PLAYER_DEAD, () -> use(1));
        assertThat(match.host().inventory().count(1)).isEqualTo(1);
    }

    @Test
    void notBeforeTheStart() {
        Match prepared = Match.prepared();
        prepared.refused(
                RuleViolation.GAME_NOT_STARTED,
                () -> prepared.act(Match.HOST, new PlayerAction.UseItem(1)));
    }
}
