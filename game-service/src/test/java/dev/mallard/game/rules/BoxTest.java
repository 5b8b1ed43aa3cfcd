package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Inventory;
import dev.mallard.game.world.ItemBox;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class BoxTest {

    private static final int BOX = 2;
    private static final int OTHER_BOX = 3;
    private static final int GRASS = 62;

    private final Match match = Match.started();
    private ItemBox box = (ItemBox) match.object(BOX);

    @BeforeEach
    void anEmptyBoxWithinReach() {
        box = (ItemBox) match.object(BOX);
        for (ItemStack stack : box.content()) {
            if (stack.count() > 0) {
                box.remove(stack.itemCode(), stack.count());
            }
        }
        match.object(BOX).moveTo(5, 5);
        match.object(OTHER_BOX).moveTo(5, 5);
    }

    private void open(int player, int boxId) {
        match.act(player, new PlayerAction.OpenBox(boxId));
    }

    private void openQuietly(int boxId) {
        open(Match.HOST, boxId);
        match.out.clear();
    }

    private void close(int player, int boxId) {
        match.act(player, new PlayerAction.CloseBox(boxId));
    }

    private void take(int itemCode, int count) {
        match.act(Match.HOST, new PlayerAction.TakeFromBox(BOX, itemCode, count));
    }

    private void put(int itemCode, int count) {
        match.act(Match.HOST, new PlayerAction.PutIntoBox(BOX, itemCode, count));
    }

    private List<ItemStack> slots(ItemStack... stacks) {
        List<ItemStack> slots = new ArrayList<>(List.of(stacks));
        while (slots.size() < 8) {
            slots.add(ItemStack.EMPTY);
        }
        return slots;
    }

    @Test
    void openingShowsAllSlotsToAll() {
        box.add(1, 3);
        open(Match.HOST, BOX);
        assertThat(match.out.sent)
                .containsExactly(
                        new Recorder.Sent(
                                Audience.ALL,
                                new GameEvent.BoxOpened(
                                        Match.HOST, BOX, slots(new ItemStack(1, 3)))));
    }

    @Test
    void openingAgainShowsItAgain() {
        openQuietly(BOX);
        open(Match.HOST, BOX);
        assertThat(match.news()).containsExactly(new GameEvent.BoxOpened(Match.HOST, BOX, slots()));
    }

    @Test
    void aHeldBoxIsInUse() {
        openQuietly(BOX);
        match.refused(RuleViolation.BOX_IN_USE, () -> open(Match.GUEST, BOX));
        close(Match.HOST, BOX);
        open(Match.GUEST, BOX);
        assertThat(box.holder()).isSameAs(match.guest());
    }

    @Test
    void openingAnotherBoxClosesTheFirst() {
        openQuietly(BOX);
        open(Match.HOST, OTHER_BOX);
        assertThat(match.out.news().get(0)).isEqualTo(new GameEvent.BoxClosed(Match.HOST, BOX));
        assertThat(match.out.news().get(1)).isInstanceOf(GameEvent.BoxOpened.class);
        assertThat(box.holder()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, GRASS, 112, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void whatIsNoBoxIsNotFound(int id) {
        match.refused(RuleViolation.BOX_NOT_FOUND, () -> open(Match.HOST, id));
        match.refused(
                RuleViolation.BOX_NOT_FOUND,
                () -> match.act(Match.HOST, new PlayerAction.TakeFromBox(id, 1, 1)));
        match.refused(
                RuleViolation.BOX_NOT_FOUND,
                () -> match.act(Match.HOST, new PlayerAction.PutIntoBox(id, 1, 1)));
        close(Match.HOST, id);
        assertThat(match.out.drops).containsExactly(DropReason.BOX_NOT_HELD);
    }

    @Test
    void aFailedOpeningKeepsTheOldBox() {
        openQuietly(BOX);
        match.object(OTHER_BOX).moveTo(20, 20);
        match.refused(RuleViolation.TOO_FAR, () -> open(Match.HOST, OTHER_BOX));
        assertThat(box.holder()).isSameAs(match.host());
    }

    @Test
    void reachIsFiveToABoxAndEightToTheCore() {
        match.host().moveTo(10.01f, 5);
        match.refused(RuleViolation.TOO_FAR, () -> open(Match.HOST, BOX));
        match.host().moveTo(10, 5);
        open(Match.HOST, BOX);

        match.host().moveTo(8.01f, 0);
        match.refused(RuleViolation.TOO_FAR, () -> open(Match.HOST, 1));
        match.host().moveTo(8, 0);
        open(Match.HOST, 1);
    }

    @Test
    void takingAndPuttingNeedTheOpenBox() {
        box.add(1, 3);
        match.refused(RuleViolation.BOX_NOT_OPEN, () -> take(1, 1));
        match.refused(RuleViolation.BOX_NOT_OPEN, () -> put(1, 1));
        open(Match.GUEST, BOX);
        match.refused(RuleViolation.BOX_NOT_OPEN, () -> take(1, 1));
        openQuietly(OTHER_BOX);
        match.refused(RuleViolation.BOX_NOT_OPEN, () -> put(1, 1));
    }

    @Test
    void walkingAwayEndsTheUse() {
        box.add(1, 3);
        openQuietly(BOX);
        match.host().moveTo(30, 30);
        match.refused(RuleViolation.TOO_FAR, () -> take(1, 1));
        match.refused(RuleViolation.TOO_FAR, () -> put(1, 1));

        match.tick();
        assertThat(match.news()).containsExactly(new GameEvent.BoxClosed(Match.HOST, BOX));
        assertThat(box.holder()).isNull();
    }

    @Test
    void takingMovesAtMostTheStackAndTellsTheTruth() {
        box.add(2, 3);
        openQuietly(BOX);
        take(2, 1);
        take(2, 100);
        assertThat(match.news())
                .containsExactly(
                        new GameEvent.ItemTaken(Match.HOST, BOX, new ItemStack(2, 1)),
                        new GameEvent.ItemTaken(Match.HOST, BOX, new ItemStack(2, 2)));
        assertThat(match.host().inventory().count(2)).isEqualTo(3);
        match.refused(RuleViolation.BOX_ITEM_NOT_FOUND, () -> take(2, 1));
    }

    @Test
    void takingUsesTheLowestSlotOfAnItem() {
        Inventory content = new Inventory(8, 9999);
        content.addSeparately(2, 1);
        content.addSeparately(3, 1);
        content.addSeparately(2, 4);
        ItemBox full = new ItemBox(112, box.kind(), content);
        full.moveTo(3, 3);
        match.game.objects().add(full);
        match.act(Match.HOST, new PlayerAction.OpenBox(112));
        match.act(Match.HOST, new PlayerAction.TakeFromBox(112, 2, 3));

        assertThat(match.out.only(GameEvent.ItemTaken.class).item()).isEqualTo(new ItemStack(2, 1));
        assertThat(full.content().subList(0, 3))
                .containsExactly(ItemStack.EMPTY, new ItemStack(3, 1), new ItemStack(2, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void amountsHaveToBePositive(int count) {
        box.add(1, 3);
        openQuietly(BOX);
        match.refused(RuleViolation.INVALID_COUNT, () -> take(1, count));
        match.refused(RuleViolation.INVALID_COUNT, () -> put(1, count));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 50, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void itemsHaveToBeThere(int itemCode) {
        openQuietly(BOX);
        match.refused(RuleViolation.BOX_ITEM_NOT_FOUND, () -> take(itemCode, 1));
        match.refused(RuleViolation.ITEM_NOT_OWNED, () -> put(itemCode, 1));
    }

    @Test
    void aFullInventoryTakesNothing() {
        box.add(2, 3);
        openQuietly(BOX);
        match.fillInventory(match.host());
        match.refused(RuleViolation.INVENTORY_FULL, () -> take(2, 1));
        assertThat(box.count(2)).isEqualTo(3);

        box.add(1, 2);
        take(1, 2);
        assertThat(match.host().inventory().count(1)).isEqualTo(3);
    }

    @Test
    void aFullStackTakesNothing() {
        box.add(1, 2);
        openQuietly(BOX);
        match.give(match.host(), 1, 9997);
        match.refused(RuleViolation.INVENTORY_FULL, () -> take(1, 2));
        take(1, 1);
        assertThat(match.host().inventory().count(1)).isEqualTo(9999);
        assertThat(box.count(1)).isEqualTo(1);
    }

    @Test
    void puttingMovesAtMostWhatThePlayerHas() {
        match.give(match.host(), 2, 3);
        openQuietly(BOX);
        put(2, 2);
        put(2, Integer.MAX_VALUE);
        assertThat(match.news())
                .containsExactly(
                        new GameEvent.ItemPut(
                                Match.HOST, BOX, new ItemStack(2, 2), slots(new ItemStack(2, 2))),
                        new GameEvent.ItemPut(
                                Match.HOST, BOX, new ItemStack(2, 1), slots(new ItemStack(2, 3))));
        assertThat(match.host().inventory().count(2)).isZero();
    }

    @Test
    void aFullBoxTakesOnlyWhatStacks() {
        for (int code = 2; code <= 9; code++) {
            box.add(code, 1);
        }
        openQuietly(BOX);
        match.refused(RuleViolation.BOX_FULL, () -> put(101, 1));
        assertThat(match.host().inventory().count(101)).isEqualTo(1);
        match.give(match.host(), 9, 1);
        put(9, 1);
        assertThat(box.count(9)).isEqualTo(2);
    }

    @Test
    void closingIsForTheHolder() {
        openQuietly(BOX);
        close(Match.GUEST, BOX);
        close(Match.HOST, OTHER_BOX);
        assertThat(match.out.drops).containsOnly(DropReason.BOX_NOT_HELD).hasSize(2);
        assertThat(box.holder()).isSameAs(match.host());

        close(Match.HOST, BOX);
        close(Match.HOST, BOX);
        assertThat(match.news()).containsExactly(new GameEvent.BoxClosed(Match.HOST, BOX));
    }

    @Test
    void closingIsSilentBeforeTheStartAndForTheDead() {
        Match prepared = Match.prepared();
        prepared.act(Match.HOST, new PlayerAction.CloseBox(BOX));
        assertThat(prepared.out.drops).containsExactly(DropReason.GAME_NOT_STARTED);
        match.kill(match.host());
        close(Match.HOST, BOX);
        assertThat(match.out.drops).containsExactly(DropReason.PLAYER_DEAD);
    }

    @Test
    void theHolderWhoGoesReleasesIt() {
        match.act(Match.GUEST, new PlayerAction.OpenBox(BOX));
        match.out.clear();
        match.rules.gone(match.game, Match.GUEST, match.out);
        assertThat(match.news()).containsExactly(new GameEvent.BoxClosed(Match.GUEST, BOX));
        assertThat(box.holder()).isNull();
    }
}
