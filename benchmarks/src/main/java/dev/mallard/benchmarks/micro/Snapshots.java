package dev.mallard.benchmarks.micro;

import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.Snapshot;
import dev.mallard.game.snapshot.SnapshotCache;
import dev.mallard.game.world.Game;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Turning the game of four players into bytes, and back: late in the game when few monsters are
 * left, and with as many as a game begins with.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Snapshots {

    @Param({"20", "60", "270"})
    private int monsters;

    private final PlayedGame played = new PlayedGame();
    private final GameSnapshots snapshots = played.snapshots();
    private final Game game = played.game();
    private final SnapshotCache unanswered = new SnapshotCache();
    private final SnapshotCache answered = new SnapshotCache();
    private byte[] snapshot = {};

    @Setup
    public void play() {
        played.play(monsters);
        snapshot = snapshots.encode(game);
        System.out.printf("%d monsters: %d bytes%n", game.monsters().size(), snapshot.length);
    }

    @Benchmark
    public byte[] encode() {
        return snapshots.encode(game);
    }

    /** When nothing much has happened since the last time, and the store has not answered yet. */
    @Benchmark
    public Snapshot encodeAgain() {
        return snapshots.encode(game, unanswered);
    }

    /** As a service does it again and again. */
    @Benchmark
    public Snapshot encodeKept() {
        Snapshot next = snapshots.encode(game, answered);
        answered.stored(next.base());
        return next;
    }

    @Benchmark
    public Game restore() {
        return snapshots.restore(snapshot, played, new SplittableRandom(1));
    }
}
