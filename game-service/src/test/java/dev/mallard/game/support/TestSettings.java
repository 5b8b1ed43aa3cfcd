package dev.mallard.game.support;

import dev.mallard.game.rules.GameSettings;
import dev.mallard.game.rules.GameSettings.Limits;
import dev.mallard.game.rules.GameSettings.Rates;
import dev.mallard.game.rules.GameSettings.Reach;
import dev.mallard.game.rules.GameSettings.Simulation;
import dev.mallard.game.rules.GameSettings.Timing;
import dev.mallard.game.rules.GameSettings.Walking;
import dev.mallard.game.rules.MonsterSimulation;
import dev.mallard.game.rules.MovementMode;

import java.time.Duration;

/** The figures that the game is meant to be played with, and copies that differ in one part. */
public final class TestSettings {

    private TestSettings() {}

    public static GameSettings defaults() {
        return new GameSettings(
                new Timing(
                        Duration.ofSeconds(180),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50)),
                new Walking(MovementMode.OBSERVE, 1.1, 2, 200),
                new Rates(
                        10,
                        20,
                        10,
                        20,
                        Duration.ofMillis(100),
                        10,
                        Duration.ofMillis(300),
                        5,
                        5,
                        Duration.ofSeconds(5)),
                new Reach(5, 10, 5, 8, 5, 8, 2, 10),
                new Limits(100, 600, 200, 1000, 9999, 200),
                new Simulation(
                        MonsterSimulation.HOST_WITH_FALLBACK, 1, 1, Duration.ofSeconds(1), 18, 22),
                false,
                false);
    }

    public static GameSettings with(GameSettings base, Timing other) {
        return new GameSettings(
                other,
                base.movement(),
                base.rates(),
                base.reach(),
                base.limits(),
                base.simulation(),
                base.sendEmptyTargets(),
                base.sendEmptyMoves());
    }

    public static GameSettings with(GameSettings base, Walking other) {
        return new GameSettings(
                base.timing(),
                other,
                base.rates(),
                base.reach(),
                base.limits(),
                base.simulation(),
                base.sendEmptyTargets(),
                base.sendEmptyMoves());
    }

    public static GameSettings with(GameSettings base, Limits other) {
        return new GameSettings(
                base.timing(),
                base.movement(),
                base.rates(),
                base.reach(),
                other,
                base.simulation(),
                base.sendEmptyTargets(),
                base.sendEmptyMoves());
    }

    public static GameSettings with(GameSettings base, Simulation other) {
        return new GameSettings(
                base.timing(),
                base.movement(),
                base.rates(),
                base.reach(),
                base.limits(),
                other,
                base.sendEmptyTargets(),
                base.sendEmptyMoves());
    }
}
