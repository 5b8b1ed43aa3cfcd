package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.RuleViolation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceWallTest {

    private final Match match = Match.started();

    private void place(int itemCode, float x, float y) {
        match.act(Match.HOST, new PlayerAction.PlaceWall(itemCode, x, y));
    }

    @ParameterizedTest
    @CsvSource({"901, 30", "902, 31", "903, 32", "904, 33"})
    void costsAKitAndStands(int itemCode, int objectCode) {
        match.give(match.host(), 901, 2);
        place(itemCode, 4.5f, 5.5f);

        assertThat(match.news())
                .containsExactly(
                        new GameEvent.PlacementPaid(Match.HOST, 901),
                        new GameEvent.ObjectPlaced(112, objectCode, 4.5f, 5.5f));
        assertThat(match.host().inventory().count(901)).isEqualTo(1);
        assertThat(match.object(112).hitPoints()).isEqualTo(100);
        assertThat(match.object(112).content()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1, 301, 302, 303, 801, 900, 905, Integer.MAX_VALUE})
    void notEverythingCanBePlaced(int itemCode) {
        match.give(match.host(), 901, 1);
        match.refused(RuleViolation.NOT_PLACEABLE, () -> place(itemCode, 3, 3));
        assertThat(match.host().inventory().count(901)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 201})
    void thePlaceHasToBeInTheWorld(float bad) {
        match.give(match.host(), 901, 1);
        match.refused(RuleViolation.INVALID_POSITION, () -> place(901, bad, 3));
        match.refused(RuleViolation.INVALID_POSITION, () -> place(901, 3, bad));
        assertThat(match.host().inventory().count(901)).isEqualTo(1);
    }

    @Test
    void thePlaceHasToBeNear() {
        match.give(match.host(), 901, 2);
        match.refused(RuleViolation.TOO_FAR, () -> place(901, 13.01f, 3));
        place(901, 13, 3);
        assertThat(match.game.objects().walls()).isEqualTo(1);
    }

    @Test
    void needsAKit() {
        match.refused(RuleViolation.ITEM_NOT_OWNED, () -> place(901, 3, 3));
        match.refused(RuleViolation.ITEM_NOT_OWNED, () -> place(904, 3, 3));
    }

    @Test
    void twoHundredAtOnceAndNoMore() {
        match.give(match.host(), 901, 300);
        for (int wall = 0; wall < 200; wall++) {
            place(901, 3, 3);
        }
        match.refused(RuleViolation.PLACEMENT_LIMIT, () -> place(901, 3, 3));
        assertThat(match.host().inventory().count(901)).isEqualTo(100);

        var wall = match.object(150);
        wall.hurt(99);
        match.bring(1, match.host());
        match.act(Match.HOST, new PlayerAction.ObjectHitByMonster(150, 1));
        place(902, 3, 3);
        assertThat(match.game.objects().find(312)).isNotNull(); // ids are never used again
    }
}
