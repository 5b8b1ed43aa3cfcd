package dev.mallard.faults.run;

import dev.mallard.bots.load.Cost;
import dev.mallard.bots.load.KindResult;
import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.LoadSettings;
import dev.mallard.bots.load.behaviour.Behaviours;
import dev.mallard.bots.load.behaviour.Pace;
import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Headcount;
import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Sample;
import dev.mallard.bots.load.measure.Tally;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.check.LogSummary;
import dev.mallard.faults.cluster.ProcessUsage;
import dev.mallard.faults.cluster.Service;
import dev.mallard.faults.script.Fault;
import dev.mallard.faults.script.FaultKind;
import dev.mallard.faults.script.FaultScript;
import dev.mallard.faults.script.Spot;
import dev.mallard.faults.script.Way;
import dev.mallard.faults.soak.Growth;
import dev.mallard.faults.soak.Measure;
import dev.mallard.faults.soak.UsageCourse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A made-up run for tests of what comes after one. */
public final class SampleRun {

    public static final RunSettings SETTINGS =
            new RunSettings(
                    7,
                    Duration.ofSeconds(60),
                    2,
                    2,
                    3,
                    8,
                    2,
                    Duration.ofSeconds(10),
                    EnumSet.of(FaultKind.KILL, FaultKind.RESET),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    false,
                    false,
                    Path.of("logs"));

    public static final Fault KILL = new Fault.Kill(new Spot(Service.LOBBY, 2));
    public static final Fault STALL = new Fault.Stall(new Way.Door(1), Duration.ofSeconds(2));

    private static final Percentiles FAST = new Percentiles(1234, 0.5, 1, 4, 8, 16.5);

    private SampleRun() {}

    public static LoadResult load(Map<Outcome, Long> outcomes, Map<String, Long> errors) {
        long sent = outcomes.values().stream().mapToLong(Long::longValue).sum();
        Headcount players = new Headcount(0, 2, 0, 6);
        List<Sample> samples =
                List.of(
                        new Sample(1, true, players, 10, 20, FAST, Percentiles.NONE, Map.of()),
                        new Sample(90, true, players, 10, 20, FAST, Percentiles.NONE, errors));
        LoadSettings settings =
                new LoadSettings(
                        "localhost",
                        1,
                        8,
                        2,
                        Duration.ofSeconds(60),
                        Behaviours.MATCH,
                        Pace.DEFAULT,
                        25,
                        "fault",
                        Duration.ofSeconds(15),
                        7);
        return new LoadResult(
                settings,
                Instant.parse("2030-01-02T03:04:05Z"),
                60,
                true,
                List.of(new KindResult(Kind.LIST_ROOMS, new Tally(sent, outcomes), FAST)),
                FAST,
                errors,
                Map.of(Happening.GAME_STARTED, 2L),
                samples,
                sent,
                sent,
                new Cost(0.25, 17_000, FAST));
    }

    public static RunResult result(List<FaultOutcome> outcomes, List<Finding> findings) {
        return new RunResult(
                SETTINGS,
                FaultScript.of(7, SETTINGS.script()),
                List.of("disk-full: not <allowed>"),
                5,
                outcomes,
                load(Map.of(Outcome.ANSWERED, 97L, Outcome.REFUSED, 3L), Map.of("ROOM_FULL", 3L)),
                findings,
                List.of(
                        new Growth(
                                "lobby-1",
                                Measure.THREADS,
                                true,
                                List.of(new Growth.Point(10, 40), new Growth.Point(3610, 44)))),
                List.of(
                        new UsageCourse.Sample(
                                0, Map.of("lobby-1", new ProcessUsage(100_000, 40, 90)))),
                List.of(
                        new LogSummary(
                                "lobby-1", Map.of(), Map.of("a.Store: away & back", 4), Map.of())));
    }
}
