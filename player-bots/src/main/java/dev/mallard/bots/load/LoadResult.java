package dev.mallard.bots.load;

import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Sample;
import dev.mallard.bots.load.measure.Tally;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came out of a run.
 *
 * @param startedAt when it began
 * @param measuredSeconds how long it measured with all players logged in
 * @param everybodyIn whether all players were logged in when measuring began
 * @param kinds one entry per kind that occurred, in the order of {@link Kind}
 * @param interactive latencies of everything that waits for nothing but the services
 * @param errors errors by identifier; what is refused as the protocol has it is none
 * @param happenings how often what happened
 * @param samples the course of the run
 * @param packetsSent packets sent in the whole run
 * @param packetsReceived packets received
 */
public record LoadResult(
        LoadSettings settings,
        Instant startedAt,
        double measuredSeconds,
        boolean everybodyIn,
        List<KindResult> kinds,
        Percentiles interactive,
        Map<String, Long> errors,
        Map<Happening, Long> happenings,
        List<Sample> samples,
        long packetsSent,
        long packetsReceived,
        Cost cost) {

    public LoadResult {
        kinds = List.copyOf(kinds);
        errors = Map.copyOf(errors);
        happenings = Map.copyOf(happenings);
        samples = List.copyOf(samples);
    }

    public long errorCount() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All requests together. */
    public Tally requests() {
        return kinds.stream().map(KindResult::tally).reduce(Tally.NONE, Tally::plus);
    }

    /** The latencies of one kind, empty if it did not occur. */
    public Percentiles latencyOf(Kind kind) {
        return kinds.stream()
                .filter(result -> result.kind() == kind)
                .map(KindResult::latency)
                .findFirst()
                .orElse(Percentiles.NONE);
    }
}
