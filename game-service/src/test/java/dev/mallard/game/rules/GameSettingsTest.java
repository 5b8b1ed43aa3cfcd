package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mallard.game.support.TestSettings;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.stream.Stream;

class GameSettingsTest {

    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration ZERO = Duration.ZERO;
    private static final Duration LESS = Duration.ofMillis(-1);

    @Test
    void theDefaultsAreTheGame() {
        GameSettings settings = TestSettings.defaults();
        assertThat(settings.timing().day()).isEqualTo(Duration.ofSeconds(180));
        assertThat(settings.timing().resumeGrace()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.movement().mode()).isEqualTo(MovementMode.OBSERVE);
        assertThat(settings.simulation().mode()).isEqualTo(MonsterSimulation.HOST_WITH_FALLBACK);
        assertThat(settings.sendEmptyTargets()).isFalse();
        assertThat(settings.sendEmptyMoves()).isFalse();
    }

    @Test
    void noGracePeriodIsAllowed() {
        assertThat(new GameSettings.Timing(ONE, ONE, ONE, ZERO, ONE, ZERO).resumeGrace()).isZero();
    }

    static Stream<ThrowingCallable> nonsense() {
        MonsterSimulation mode = MonsterSimulation.SERVER;
        MovementMode observe = MovementMode.OBSERVE;
        return Stream.of(
                () -> new GameSettings.Timing(ZERO, ONE, ONE, ONE, ONE, ZERO),
                () -> new GameSettings.Timing(ONE, LESS, ONE, ONE, ONE, ZERO),
                () -> new GameSettings.Timing(ONE, ONE, ZERO, ONE, ONE, ZERO),
                () -> new GameSettings.Timing(ONE, ONE, ONE, LESS, ONE, ZERO),
                () -> new GameSettings.Timing(ONE, ONE, ONE, ONE, ZERO, ZERO),
                () -> new GameSettings.Timing(ONE, ONE, ONE, ONE, ONE, LESS),
                () -> new GameSettings.Walking(observe, 0, 2, 200),
                () -> new GameSettings.Walking(observe, 1, Double.NaN, 200),
                () -> new GameSettings.Walking(observe, 1, 2, 0),
                () -> new GameSettings.Walking(observe, 1, 2, Float.POSITIVE_INFINITY),
                () -> new GameSettings.Rates(0, 1, 1, 1, ONE, 1, ONE, 1, 1, ONE),
                () -> new GameSettings.Rates(1, 0, 1, 1, ONE, 1, ONE, 1, 1, ONE),
                () -> new GameSettings.Rates(1, 1, 1, -1, ONE, 1, ONE, 1, 1, ONE),
                () -> new GameSettings.Rates(1, 1, 1, 1, LESS, 1, ONE, 1, 1, ONE),
                () -> new GameSettings.Rates(1, 1, 1, 1, ONE, 0, ONE, 1, 1, ONE),
                () -> new GameSettings.Rates(1, 1, 1, 1, ONE, 1, LESS, 1, 1, ONE),
                () -> new GameSettings.Rates(1, 1, 1, 1, ONE, 1, ONE, 0, 1, ONE),
                () -> new GameSettings.Rates(1, 1, 1, 1, ONE, 1, ONE, 1, 0, ONE),
                () -> new GameSettings.Rates(1, 1, 1, 1, ONE, 1, ONE, 1, 1, LESS),
                () -> new GameSettings.Reach(-1, 1, 1, 1, 1, 1, 1, 1),
                () -> new GameSettings.Reach(1, 1, 1, 1, 1, 1, 1, Double.NaN),
                () -> new GameSettings.Limits(-1, 1, 1, 1, 1, 1),
                () -> new GameSettings.Limits(1, 1, 1, 1, 0, 1),
                () -> new GameSettings.Limits(1, 1, 1, 1, 1, 0),
                () -> new GameSettings.Simulation(mode, 0, 1, ONE, 1, 2),
                () -> new GameSettings.Simulation(mode, 1, 0, ONE, 1, 2),
                () -> new GameSettings.Simulation(mode, 1, 1, ZERO, 1, 2),
                () -> new GameSettings.Simulation(mode, 1, 1, ONE, 2, 2),
                () -> new GameSettings.Simulation(mode, 1, 1, ONE, -1, 2));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefused(ThrowingCallable settings) {
        assertThatIllegalArgumentException().isThrownBy(settings);
    }
}
