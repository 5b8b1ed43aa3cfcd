package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Core;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CoreTest {

    private final Match match = Match.started();
    private final Core core = match.game.objects().core();

    @BeforeEach
    void open() {
        match.act(Match.HOST, new PlayerAction.OpenBox(Core.ID));
        assertThat(match.news())
                .containsExactly(new GameEvent.BoxOpened(Match.HOST, Core.ID, List.of()));
    }

    private void put(int itemCode, int count) {
        match.act(Match.HOST, new PlayerAction.PutIntoBox(Core.ID, itemCode, count));
    }

    private void take(int itemCode, int count) {
        match.act(Match.HOST, new PlayerAction.TakeFromBox(Core.ID, itemCode, count));
    }

    @Test
    void craftsAsMuchAsTheMaterialAllows() {
        match.give(match.host(), 7, 3);
        match.give(match.host(), 8, 2);
        match.give(match.host(), 801, 5);
        put(7, 3);
        put(801, 5);
        put(8, 2);

        assertThat(match.out.of(GameEvent.ItemPut.class).get(1).content())
                .containsExactly(new ItemStack(7, 3), new ItemStack(801, 5));
        assertThat(match.out.of(GameEvent.ItemPut.class).get(2))
                .isEqualTo(
                        new GameEvent.ItemPut(
                                Match.HOST,
                                Core.ID,
                                new ItemStack(8, 2),
                                List.of(
                                        new ItemStack(7, 1),
                                        new ItemStack(801, 3),
                                        new ItemStack(802, 2))));
    }

    @Test
    void givesBackEverything() {
        core.add(7, 2);
        core.add(802, 1);
        take(7, 9);
        take(802, 1);
        assertThat(core.content()).isEmpty();
        assertThat(match.host().inventory().count(7)).isEqualTo(2);
        assertThat(match.host().inventory().count(802)).isEqualTo(1);
        match.refused(RuleViolation.BOX_ITEM_NOT_FOUND, () -> take(802, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 101, 802, 901})
    void acceptsOnlyMaterial(int code) {
        match.give(match.host(), code, 1);
        match.refused(RuleViolation.NOT_MUSTARD_MATERIAL, () -> put(code, 1));
        assertThat(core.content()).isEmpty();
    }

    @Test
    void aFailingPutChangesNeitherSide() {
        core.add(7, 9999);
        match.give(match.host(), 7, 1);
        match.refused(RuleViolation.BOX_FULL, () -> put(7, 1));
        assertThat(core.count(7)).isEqualTo(9999);
        assertThat(match.host().inventory().count(7)).isEqualTo(1);
    }

    @Test
    void aFullProductStackStopsCrafting() {
        core.add(802, 9998);
        core.add(7, 3);
        core.add(8, 3);
        match.give(match.host(), 801, 3);
        put(801, 3);
        assertThat(core.count(802)).isEqualTo(9999);
        assertThat(core.count(7)).isEqualTo(2);
        assertThat(core.count(801)).isEqualTo(2);
    }
}
