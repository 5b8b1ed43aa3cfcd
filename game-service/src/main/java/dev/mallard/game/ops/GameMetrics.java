package dev.mallard.game.ops;

import dev.mallard.game.loop.Admission;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.GameOutcome;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Counts what happens in the games. Any thread. */
@Component
final class GameMetrics implements LoopObserver {

    private final MeterRegistry meters;
    private final Timer tickDuration;
    private final Timer tickLateness;
    private final Counter ticksLeftOut;
    private final Counter failures;
    private final Counter movesOutsideAllowance;
    private final Counter created;
    private final Counter refused;
    private final Map<DropReason, Counter> drops;
    private final Map<Admission, Counter> turnedAway;
    private final Map<GameOutcome, Counter> ended;

    GameMetrics(MeterRegistry meters) {
        this.meters = meters;
        tickDuration = timer("mallard.game.tick.duration", "Time that a tick of a game took");
        tickLateness =
                timer("mallard.game.tick.lateness", "Time from when a tick was due to its start");
        ticksLeftOut =
                counter(
                        "mallard.game.ticks.left.out",
                        "Ticks that were left out because the one before was still waiting");
        failures = counter("mallard.game.failures", "Commands and ticks that have thrown");
        movesOutsideAllowance =
                counter(
                        "mallard.game.moves.outside.allowance",
                        "Moves that were farther than walking allows");
        created = counter("mallard.game.creations", "Games that were created");
        refused = counter("mallard.game.refused", "Games that were not created");
        drops =
                perConstant(
                        EnumSet.allOf(DropReason.class),
                        "mallard.game.drops",
                        "Requests, or parts of them, that were ignored without an answer",
                        "reason");
        turnedAway =
                perConstant(
                        EnumSet.complementOf(EnumSet.of(Admission.ACCEPTED)),
                        "mallard.game.mailbox.turned.away",
                        "Requests that did not fit into the mailbox of their game",
                        "reason");
        ended =
                perConstant(
                        EnumSet.allOf(GameOutcome.class),
                        "mallard.game.ended",
                        "Games that have ended",
                        "outcome");
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1))
                .register(meters);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    private <E extends Enum<E>> Map<E, Counter> perConstant(
            EnumSet<E> constants, String name, String description, String tag) {
        Function<E, Counter> register =
                constant ->
                        Counter.builder(name)
                                .description(description)
                                .tag(tag, constant.name())
                                .register(meters);
        Map<E, Counter> counters = new HashMap<>();
        for (E constant : constants) {
            counters.put(constant, register.apply(constant));
        }
        return counters;
    }

    private static <E extends Enum<E>> void increment(Map<E, Counter> counters, E constant) {
        Counter counter = counters.get(constant);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void ticked(long latenessNanos, long durationNanos) {
        tickLateness.record(Math.max(0, latenessNanos), TimeUnit.NANOSECONDS);
        tickDuration.record(durationNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void tickLeftOut() {
        ticksLeftOut.increment();
    }

    @Override
    public void failed() {
        failures.increment();
    }

    @Override
    public void turnedAway(Admission admission) {
        increment(turnedAway, admission);
    }

    @Override
    public void dropped(DropReason reason) {
        increment(drops, reason);
    }

    @Override
    public void movedOutsideAllowance() {
        movesOutsideAllowance.increment();
    }

    @Override
    public void created() {
        created.increment();
    }

    @Override
    public void refused() {
        refused.increment();
    }

    @Override
    public void ended(GameOutcome outcome) {
        increment(ended, outcome);
    }
}
