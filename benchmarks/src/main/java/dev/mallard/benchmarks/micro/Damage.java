package dev.mallard.benchmarks.micro;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.world.Monster;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/** A player hits a monster, among twenty others: the rules, the damage, the drops, and who is told. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Damage {

    private static final int OTHERS = 20;
    private static final int MONSTER = 400;

    private final RunningMatch match = new RunningMatch(OTHERS);
    private final PlayerAction hit = new PlayerAction.AttackMonster(MONSTER, 1, 0);

    @Benchmark
    public int hitThatHurts() {
        Monster monster = match.bring(MONSTER);
        match.act(RunningMatch.HOST, hit);
        match.clear(monster);
        return monster.hitPoints();
    }

    @Benchmark
    public int hitThatKillsAndDrops() {
        Monster monster = match.bring(MONSTER);
        monster.hurt(monster.hitPoints() - 1);
        match.act(RunningMatch.HOST, hit);
        match.clear(monster);
        return monster.hitPoints();
    }
}
