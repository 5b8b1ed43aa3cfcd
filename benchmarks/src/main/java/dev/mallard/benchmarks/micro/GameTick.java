package dev.mallard.benchmarks.micro;

import dev.mallard.game.rules.PlayerAction;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.MonsterPosition;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** A fifth of a second of a played game of four. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GameTick {

    /** How many monsters live near the players. */
    @Param({"20", "60"})
    public int monsters;

    private RunningMatch match = new RunningMatch(0);
    private List<MonsterPosition> here = List.of();
    private List<MonsterPosition> there = List.of();
    private int step;

    @Setup(Level.Trial)
    public void start() {
        match = new RunningMatch(monsters);
        here = match.places(0);
        there = match.places(1);
    }

    /** The rules alone: nobody has moved. */
    @Benchmark
    public @Nullable GameEvent tick() {
        match.tick();
        return match.last();
    }

    /** All players have walked, and the host has moved all monsters. */
    @Benchmark
    public @Nullable GameEvent playedTick() {
        step++;
        float place = step % 2;
        for (int seat = 0; seat < RunningMatch.PLAYERS; seat++) {
            match.act(
                    RunningMatch.HOST + seat,
                    new PlayerAction.Move(3 * (seat + 1) + place, 3 * (seat + 1)));
        }
        match.act(RunningMatch.HOST, new PlayerAction.MoveMonsters(step % 2 == 0 ? here : there));
        match.tick();
        return match.last();
    }
}
