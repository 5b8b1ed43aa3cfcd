package dev.mallard.faults.script;

import dev.mallard.faults.cluster.Service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Makes scripts. Everything that can go wrong, each kind with each sort of target, comes in an order of chance; when
 * all of it has been there, it comes again in another order.
 */
public final class FaultScript {

    /** Time that is planned for the recovery from a fault; what takes longer shifts what follows. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private final ScriptSettings settings;
    private final SplittableRandom random;

    private FaultScript(long seed, ScriptSettings settings) {
        this.settings = settings;
        this.random = new SplittableRandom(seed);
    }

    /** The same seed and settings always make the same script. */
    public static List<TimedFault> of(long seed, ScriptSettings settings) {
        return new FaultScript(seed, settings).make();
    }

    private List<TimedFault> make() {
        List<TimedFault> script = new ArrayList<>();
        List<Supplier<Fault>> bag = new ArrayList<>();
        Duration at = gap();
        while (at.compareTo(settings.duration()) < 0) {
            if (bag.isEmpty()) {
                bag.addAll(everything());
            }
            Fault fault = bag.remove(random.nextInt(bag.size())).get();
            script.add(new TimedFault(at, fault));
            at = at.plus(fault.length()).plus(RECOVERY).plus(gap());
        }
        return List.copyOf(script);
    }

    private Duration gap() {
        long shortest = settings.gap().toMillis();
        return Duration.ofMillis(shortest + random.nextLong(shortest + 1));
    }

    private List<Supplier<Fault>> everything() {
        List<Supplier<Fault>> all = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (!settings.kinds().contains(kind)) {
                continue;
            }
            switch (kind) {
                case KILL, TERMINATE, FREEZE, LONG_FREEZE, CLOCK_JUMP -> {
                    for (Service service : Service.values()) {
                        all.add(() -> ofProcess(kind, spot(service)));
                    }
                }
                case REFUSE, RESET, HALF_OPEN, STALL, LATENCY, BANDWIDTH -> {
                    all.add(() -> ofWay(kind, new Way.Door(spot(Service.GATEWAY).number())));
                    all.add(() -> ofWay(kind, link(Service.LOBBY)));
                    all.add(() -> ofWay(kind, link(Service.GAME)));
                }
                case DATABASE_STOP, DATABASE_FREEZE, DISK_FULL, REDIS_STOP, REDIS_FREEZE ->
                        all.add(() -> new Fault.Outage(kind, between(3_000, 8_000)));
            }
        }
        return all;
    }

    private Spot spot(Service service) {
        int first = settings.spareFirst() ? 2 : 1;
        return new Spot(service, random.nextInt(first, settings.count(service) + 1));
    }

    private Way.Link link(Service service) {
        return new Way.Link(spot(Service.GATEWAY).number(), spot(service));
    }

    /** Heartbeats come every 2 s, and a link that is silent for twice that is lost. */
    private Fault ofProcess(FaultKind kind, Spot spot) {
        return switch (kind) {
            case KILL -> new Fault.Kill(spot);
            case TERMINATE -> new Fault.Terminate(spot);
            case FREEZE -> new Fault.Freeze(kind, spot, between(500, 2_000));
            case LONG_FREEZE -> new Fault.Freeze(kind, spot, between(6_500, 9_000));
            case CLOCK_JUMP -> {
                Duration by = Duration.ofSeconds(random.nextLong(60, 7_200));
                yield new Fault.ClockJump(
                        spot, random.nextBoolean() ? by : by.negated(), between(3_000, 6_000));
            }
            default -> throw new IllegalArgumentException(kind + " is not of a process");
        };
    }

    /** What cuts players off lasts less than they wait for an answer, so that silence stays a failure. */
    private Fault ofWay(FaultKind kind, Way way) {
        return switch (kind) {
            case REFUSE -> new Fault.Refuse(way, between(3_000, 6_000));
            case RESET -> new Fault.Reset(way);
            case HALF_OPEN -> new Fault.HalfOpen(way, between(3_000, 8_000));
            case STALL -> new Fault.Stall(way, between(1_000, 8_000));
            case LATENCY -> new Fault.Latency(way, between(50, 500), between(3_000, 8_000));
            case BANDWIDTH ->
                    new Fault.Bandwidth(
                            way, 1024 * random.nextLong(16, 129), between(3_000, 8_000));
            default -> throw new IllegalArgumentException(kind + " is not of a way");
        };
    }

    private Duration between(long fromMillis, long toMillis) {
        return Duration.ofMillis(random.nextLong(fromMillis, toMillis + 1));
    }
}
