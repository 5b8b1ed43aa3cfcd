package dev.mallard.bots.load;

import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Percentiles;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run has to keep to.
 *
 * @param maxP99 the highest 99th percentile of all interactive latencies, null for no limit
 * @param maxP99ByKind the highest 99th percentile of single kinds
 * @param maxErrors most errors, null for no limit
 */
public record Limits(
        @Nullable Duration maxP99, Map<Kind, Duration> maxP99ByKind, @Nullable Long maxErrors) {

    public static final Limits NONE = new Limits(null, Map.of(), null);

    public Limits {
        maxP99ByKind = Map.copyOf(maxP99ByKind);
    }

    /** One line for each limit that the result breaks, and for what keeps a result from counting. */
    public List<String> brokenBy(LoadResult result) {
        List<String> broken = new ArrayList<>();
        if (maxP99 != null) {
            check("--max-p99", maxP99, result.interactive(), broken);
        }
        Map<Kind, Duration> inOrder = new EnumMap<>(Kind.class);
        inOrder.putAll(maxP99ByKind);
        inOrder.forEach(
                (kind, limit) ->
                        check("--max-p99 " + kind.label(), limit, result.latencyOf(kind), broken));
        if (maxErrors != null && result.errorCount() > maxErrors) {
            broken.add(
                    "--max-errors %d: there were %d %s"
                            .formatted(maxErrors, result.errorCount(), result.errors()));
        }
        return broken;
    }

    private static void check(
            String name, Duration limit, Percentiles latency, List<String> broken) {
        double limitMillis = limit.toNanos() / 1e6;
        if (latency.count() == 0) {
            broken.add("%s %s ms: nothing was measured".formatted(name, limitMillis));
        } else if (latency.p99() > limitMillis) {
            broken.add("%s %s ms: it was %.3f ms".formatted(name, limitMillis, latency.p99()));
        }
    }
}
