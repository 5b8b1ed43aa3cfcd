package dev.mallard.bots.load;

import dev.mallard.bots.load.behaviour.Behaviours;
import dev.mallard.bots.load.behaviour.Pace;
import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Headcount;
import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Sample;
import dev.mallard.bots.load.measure.Tally;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A made-up result for tests of what comes after a run. */
public final class SampleResult {

    public static final LoadSettings SETTINGS =
            new LoadSettings(
                    "game.example.com",
                    5555,
                    16,
                    2,
                    Duration.ofSeconds(10),
                    Behaviours.MATCH,
                    Pace.DEFAULT,
                    20,
                    "load",
                    Duration.ofSeconds(10),
                    1);

    private static final Percentiles FAST = new Percentiles(1234, 0.5, 1, 4, 8, 16.5);
    private static final Percentiles SLOW = new Percentiles(9876, 90, 180, 210, 220, 250);

    private SampleResult() {}

    public static LoadResult withErrors(Map<String, Long> errors) {
        Tally lists =
                new Tally(
                        100, Map.of(Outcome.ANSWERED, 97L, Outcome.REFUSED, 2L, Outcome.LOST, 1L));
        List<Sample> samples = new ArrayList<>();
        samples.add(sample(1, false, Percentiles.NONE, Percentiles.NONE, Map.of()));
        for (int second = 2; second <= 11; second++) {
            samples.add(sample(second, true, FAST, SLOW, errors));
        }
        samples.add(sample(11.2, false, Percentiles.NONE, Percentiles.NONE, errors));
        return new LoadResult(
                SETTINGS,
                Instant.parse("2030-01-02T03:04:05Z"),
                10,
                true,
                List.of(
                        new KindResult(Kind.LIST_ROOMS, lists, FAST),
                        new KindResult(Kind.POSITION_SEEN, Tally.NONE, SLOW)),
                FAST,
                errors,
                Map.of(Happening.GAME_STARTED, 2L),
                samples,
                5000,
                12345,
                new Cost(0.25, 17_000, FAST));
    }

    public static Sample sample(
            double second,
            boolean measured,
            Percentiles interactive,
            Percentiles position,
            Map<String, Long> errors) {
        return new Sample(
                second,
                measured,
                new Headcount(1, 2, 3, 10),
                400.4,
                1200.2,
                interactive,
                position,
                errors);
    }
}
