package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterTarget;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class TargetStepTest {

    private final Match match = Match.started();

    /** The target changes of one second. */
    private List<MonsterTarget> changes() {
        match.out.clear();
        match.passSeconds(1);
        return match.out.of(GameEvent.MonsterTargets.class).stream()
                .flatMap(event -> event.targets().stream())
                .toList();
    }

    private static MonsterTarget chases(int monster, int player) {
        return new MonsterTarget(monster, player);
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "90, 9", "120, 12", "220, 10", "271, 10"})
    void noticesWithinItsRangeOnly(int id, float range) {
        match.guest().moveTo(190, 190);
        match.bring(id, 3 + range, 3);
        assertThat(changes()).isEmpty();
        match.bring(id, 3 + range - 0.01f, 3);
        assertThat(changes()).containsExactly(chases(id, Match.HOST));
        assertThat(changes()).isEmpty();
    }

    @Test
    void allChangesOfASecondGoOutTogether() {
        match.bring(1, 3, 3);
        match.bring(2, 6, 6);
        match.out.clear();
        match.passSeconds(1);
        assertThat(match.out.only(GameEvent.MonsterTargets.class).targets())
                .containsExactly(chases(1, Match.HOST), chases(2, Match.GUEST));
    }

    @Test
    void theEarlierSeatWinsATie() {
        match.guest().moveTo(3, 3);
        match.bring(1, 4, 3);
        assertThat(changes()).containsExactly(chases(1, Match.HOST));
    }

    @Test
    void theDeadAndTheAbsentAreNoTargets() {
        match.bring(1, 3, 3);
        match.kill(match.host());
        assertThat(changes()).containsExactly(chases(1, Match.GUEST));
    }

    @Test
    void aStrictlyNearerPlayerTakesOver() {
        match.bring(1, 4, 3);
        changes();
        match.guest().moveTo(4, 2);
        assertThat(changes()).isEmpty();
        match.guest().moveTo(4, 2.5f);
        assertThat(changes()).containsExactly(chases(1, Match.GUEST));
    }

    @ParameterizedTest
    @CsvSource({"1, 8.5, 2", "90, 13, 4", "120, 16, 4", "170, 9.5, 3", "220, 13, 3", "271, 15, 0"})
    void givesUpBeyondItsLoseDistanceAndRests(int id, float lose, int restSeconds) {
        match.guest().moveTo(190, 190);
        Monster monster = match.bring(id, 3, 3);
        changes();
        match.host().moveTo(3 + lose, 3);
        assertThat(changes()).isEmpty();
        match.host().moveTo(3 + lose + 0.01f, 3);
        assertThat(changes()).containsExactly(chases(id, 0));

        match.host().moveTo(3, 3);
        // the rest is shortened in the very second in which it began
        for (int second = 1; second < restSeconds; second++) {
            assertThat(changes()).as("second %d", second).isEmpty();
        }
        assertThat(changes()).containsExactly(chases(id, Match.HOST));
        assertThat(monster.target()).isSameAs(match.host());
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "90, 17", "120, 20", "170, 12", "220, 16", "271, 30"})
    void givesUpBeyondItsLeash(int id, float leash) {
        match.guest().moveTo(190, 190);
        Monster monster = match.bring(id, 3, 3);
        changes();
        monster.moveTo(3, 3 + leash);
        match.host().moveTo(3, 3 + leash);
        assertThat(changes()).isEmpty();
        monster.moveTo(3, 3 + leash + 0.01f);
        assertThat(changes()).containsExactly(chases(id, 0));
    }

    @Test
    void aTargetThatDiesOrGoesIsLost() {
        match.bring(1, 6, 6);
        match.bring(2, 3, 3);
        changes();
        match.rules.gone(match.game, Match.GUEST, match.out);
        match.kill(match.host());
        assertThat(changes()).containsExactly(chases(1, 0), chases(2, 0));
    }

    @Test
    void theBossLosesADeadTargetAndLooksAgainAtOnce() {
        match.bring(Match.BOSS, 3, 3);
        changes();
        match.kill(match.host());
        assertThat(changes()).containsExactly(chases(Match.BOSS, 0));
        assertThat(changes()).containsExactly(chases(Match.BOSS, Match.GUEST));
    }
}
