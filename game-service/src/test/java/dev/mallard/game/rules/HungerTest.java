package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.GameEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

class HungerTest {

    private final Match match = Match.started(TestSettings.defaults(), 1, 1);

    @Test
    void fallsByOneEveryTwoSeconds() {
        match.passSeconds(1);
        assertThat(match.news()).isEmpty();
        match.passSeconds(5);
        assertThat(match.news())
                .containsExactly(
                        new GameEvent.PlayerHunger(Match.HOST, 99),
                        new GameEvent.PlayerHunger(Match.HOST, 98),
                        new GameEvent.PlayerHunger(Match.HOST, 97));
    }

    @Test
    void jitterDoesNotSkipAStep() {
        for (int tick = 0; tick < 10; tick++) {
            match.clock.advance(196); // 1960 ms in all
            match.rules.tick(match.game, match.out);
        }
        assertThat(match.out.of(GameEvent.PlayerHunger.class)).hasSize(1);
    }

    @Test
    void starvingCostsHitPointsWhateverTheArmour() {
        match.equip(match.host(), 305);
        match.host().feed(-100);
        match.passSeconds(4);
        assertThat(match.news())
                .containsExactly(
                        new GameEvent.PlayerHitPoints(Match.HOST, 95),
                        new GameEvent.PlayerHitPoints(Match.HOST, 90));
    }

    @Test
    void starvingToDeathIsToldOnce() {
        match.host().feed(-100);
        match.host().hurt(93);
        match.passSeconds(20);
        assertThat(match.news())
                .isEqualTo(
                        List.of(
                                new GameEvent.PlayerHitPoints(Match.HOST, 2),
                                new GameEvent.PlayerDied(Match.HOST)));
        assertThat(match.host().hitPoints()).isZero();
    }

    @Test
    void theDeadAreNotHungry() {
        match.kill(match.host());
        match.passSeconds(10);
        assertThat(match.news()).isEmpty();
        assertThat(match.host().hunger()).isEqualTo(100);
    }

    @Test
    void theTimeSpentDeadDoesNotCount() {
        match.passSeconds(180);
        match.kill(match.host());
        match.passSeconds(60);
        match.out.clear();
        match.passSeconds(1);
        assertThat(match.out.of(GameEvent.PlayerHunger.class)).isEmpty();
        match.passSeconds(1);
        assertThat(match.out.of(GameEvent.PlayerHunger.class)).hasSize(1);
    }
}
