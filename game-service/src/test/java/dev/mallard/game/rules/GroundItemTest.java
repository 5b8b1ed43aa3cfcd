package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class GroundItemTest {

    private final Match match = Match.started();

    private void pickUp(int player, float x, float y) {
        match.act(player, new PlayerAction.PickUp(x, y));
    }

    private void drop(int itemCode, int count) {
        match.act(Match.HOST, new PlayerAction.DropItem(itemCode, count));
    }

    @Test
    void pickingUpMovesTheWholeStackWithItsExactPlace() {
        float x = 3.1415927f;
        match.lay(new GroundItem(2, 40, x, 3));
        pickUp(Match.HOST, 3, 3);

        GameEvent.ItemPickedUp event = match.out.only(GameEvent.ItemPickedUp.class);
        assertThat(event.playerId()).isEqualTo(Match.HOST);
        assertThat(event.message()).isEqualTo("Item picked up.");
        assertThat(Float.floatToRawIntBits(event.item().x())).isEqualTo(Float.floatToRawIntBits(x));
        assertThat(match.host().inventory().count(2)).isEqualTo(40);
        assertThat(match.game.ground().size()).isZero();
    }

    @Test
    void theNearestToTheRequestedPointWithinReachIsTaken() {
        GroundItem near = new GroundItem(2, 1, 3.5f, 3);
        GroundItem far = new GroundItem(3, 1, 4.9f, 3);
        GroundItem outside = new GroundItem(4, 1, 5.1f, 3);
        List.of(near, far, outside).forEach(match::lay);
        pickUp(Match.HOST, 100, 3);
        pickUp(Match.HOST, 100, 3);

        assertThat(match.out.of(GameEvent.ItemPickedUp.class))
                .extracting(GameEvent.ItemPickedUp::item)
                .containsExactly(far, near);
        match.refused(RuleViolation.TOO_FAR, () -> pickUp(Match.HOST, 5.1f, 3));
    }

    @Test
    void theFirstOfTwoPlayersWins() {
        match.guest().moveTo(3, 3);
        match.lay(new GroundItem(2, 1, 3, 3));
        pickUp(Match.GUEST, 3, 3);
        match.refused(RuleViolation.FIELD_ITEM_NOT_FOUND, () -> pickUp(Match.HOST, 3, 3));
    }

    @Test
    void anEmptyFieldHasNoItem() {
        match.refused(RuleViolation.FIELD_ITEM_NOT_FOUND, () -> pickUp(Match.HOST, 3, 3));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 201, -201})
    void thePointHasToBeInTheWorld(float bad) {
        match.lay(new GroundItem(2, 1, 3, 3));
        match.refused(RuleViolation.INVALID_POSITION, () -> pickUp(Match.HOST, bad, 3));
        match.refused(RuleViolation.INVALID_POSITION, () -> pickUp(Match.HOST, 3, bad));
    }

    @Test
    void aFullInventoryLeavesTheItem() {
        match.lay(new GroundItem(2, 1, 3, 3));
        match.fillInventory(match.host());
        match.refused(RuleViolation.INVENTORY_FULL, () -> pickUp(Match.HOST, 3, 3));
        assertThat(match.game.ground().size()).isEqualTo(1);
    }

    @Test
    void droppingTellsTheRealAmountAndThenTheItem() {
        match.give(match.host(), 2, 5);
        drop(2, 3);
        drop(2, 100);

        List<GameEvent> news = match.news();
        assertThat(news.get(0))
                .isEqualTo(new GameEvent.ItemDropped(Match.HOST, new ItemStack(2, 3)));
        assertThat(news.get(1))
                .isEqualTo(new GameEvent.ItemsSpawned(List.of(match.game.ground().all().get(0))));
        assertThat(news.get(2))
                .isEqualTo(new GameEvent.ItemDropped(Match.HOST, new ItemStack(2, 2)));
        assertThat(match.game.ground().all().get(1).count()).isEqualTo(2);
        assertThat(match.host().inventory().count(2)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 1, 1", "-10, 20, -1, 1", "10, -20, 1, -1", "0, -0.5, 1, -1"})
    void droppedItemsLieAStepAside(float x, float y, float baseX, float baseY) {
        match.host().moveTo(x, y);
        drop(1, 1);
        GroundItem item = match.game.ground().all().getFirst();
        float step = item.x() - x - baseX;
        assertThat(step).isBetween(-0.001f, 1.001f);
        assertThat(item.y() - y - baseY).isCloseTo(step, within(0.001f));
    }

    @Test
    void nothingLiesOutsideTheWorld() {
        match.host().moveTo(200, -200);
        drop(1, 1);
        GroundItem item = match.game.ground().all().getFirst();
        assertThat(item.x()).isEqualTo(200);
        assertThat(item.y()).isBetween(-200f, -199f);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void amountsHaveToBePositive(int count) {
        match.refused(RuleViolation.INVALID_COUNT, () -> drop(1, count));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void itemsHaveToBeOwned(int code) {
        match.refused(RuleViolation.ITEM_NOT_OWNED, () -> drop(code, 1));
    }

    @Test
    void theGroundCanBeFull() {
        for (int item = 0; item < 1000; item++) {
            match.lay(new GroundItem(1, 1, 0, 0));
        }
        match.refused(RuleViolation.FIELD_FULL, () -> drop(1, 1));
        assertThat(match.host().inventory().count(1)).isEqualTo(1);
    }
}
