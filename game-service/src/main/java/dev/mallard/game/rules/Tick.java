package dev.mallard.game.rules;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;

/** Time passes: what happens five times a second, and what happens once a second. */
final class Tick {

    private static final int TICKS_PER_SECOND = 5;

    private final PreparationTimeout preparationTimeout;
    private final GraceStep graceStep;
    private final ServerSimulation serverSimulation;
    private final PositionsTick positions;
    private final MonsterMovesTick monsterMoves;
    private final BoxReach boxReach;
    private final MonsterSpawn monsterSpawn;
    private final PhaseStep phaseStep;
    private final TargetStep targetStep;
    private final HungerStep hungerStep;

    Tick(
            PreparationTimeout preparationTimeout,
            GraceStep graceStep,
            ServerSimulation serverSimulation,
            PositionsTick positions,
            MonsterMovesTick monsterMoves,
            BoxReach boxReach,
            MonsterSpawn monsterSpawn,
            PhaseStep phaseStep,
            TargetStep targetStep,
            HungerStep hungerStep) {
        this.preparationTimeout = preparationTimeout;
        this.graceStep = graceStep;
        this.serverSimulation = serverSimulation;
        this.positions = positions;
        this.monsterMoves = monsterMoves;
        this.boxReach = boxReach;
        this.monsterSpawn = monsterSpawn;
        this.phaseStep = phaseStep;
        this.targetStep = targetStep;
        this.hungerStep = hungerStep;
    }

    void apply(Game game, Notifications out) {
        preparationTimeout.apply(game);
        graceStep.apply(game, out);
        if (game.running()) {
            serverSimulation.apply(game, out);
        }
        if (!game.running()) {
            return;
        }
        boxReach.apply(game, out);
        positions.apply(game, out);
        monsterMoves.apply(game, out);
        monsterSpawn.checkAnswer(game, out);
        if (game.nextTick() % TICKS_PER_SECOND == 0) {
            phaseStep.apply(game, out);
            targetStep.apply(game, out);
            hungerStep.apply(game, out);
        }
    }
}
