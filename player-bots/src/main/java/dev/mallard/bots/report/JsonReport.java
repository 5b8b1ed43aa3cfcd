package dev.mallard.bots.report;

import dev.mallard.bots.load.Cost;
import dev.mallard.bots.load.KindResult;
import dev.mallard.bots.load.LoadResult;
import dev.mallard.bots.load.LoadSettings;
import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.measure.Percentiles;
import dev.mallard.bots.load.measure.Sample;
import dev.mallard.bots.load.measure.Tally;

import org.springframework.boot.json.JsonWriter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of a run as JSON, for programs that compare runs. Latencies are in milliseconds, times in
 * seconds since the start of the run.
 */
public final class JsonReport {

    private static final JsonWriter<Map<String, Object>> WRITER = JsonWriter.standard();

    private JsonReport() {}

    /**
     * @param broken the lines about broken limits
     */
    public static String of(LoadResult result, List<String> broken) {
        return WRITER.writeToString(tree(result, broken));
    }

    /** The same as a tree of maps, lists and values, to be part of something larger. */
    public static Map<String, Object> tree(LoadResult result, List<String> broken) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("startedAt", result.startedAt().toString());
        root.put("settings", settings(result.settings()));
        root.put("measuredSeconds", result.measuredSeconds());
        root.put("everybodyIn", result.everybodyIn());
        root.put("brokenLimits", broken);
        root.put("interactive", latency(result.interactive()));
        root.put("requests", tally(result.requests()));
        root.put("kinds", result.kinds().stream().map(JsonReport::kind).toList());
        root.put("errorCount", result.errorCount());
        root.put("errors", new TreeMap<>(result.errors()));
        root.put("happenings", happenings(result.happenings()));
        root.put("packetsSent", result.packetsSent());
        root.put("packetsReceived", result.packetsReceived());
        root.put("cost", cost(result.cost()));
        root.put("samples", result.samples().stream().map(JsonReport::sample).toList());
        return root;
    }

    private static Map<String, Object> settings(LoadSettings settings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", settings.host());
        json.put("port", settings.port());
        json.put("players", settings.players());
        json.put("rooms", settings.rooms());
        json.put("durationSeconds", settings.duration().toMillis() / 1e3);
        json.put("behaviour", settings.behaviour().label());
        json.put("lobbyRate", settings.pace().lobby());
        json.put("moveRate", settings.pace().moves());
        json.put("chatRate", settings.pace().chats());
        json.put("matchSeconds", settings.pace().match().toMillis() / 1e3);
        json.put("ramp", settings.ramp());
        json.put("timeoutSeconds", settings.timeout().toMillis() / 1e3);
        json.put("seed", settings.seed());
        return json;
    }

    private static Map<String, Object> kind(KindResult kind) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind.kind().label());
        if (kind.kind().request()) {
            json.put("requests", tally(kind.tally()));
        }
        json.put("latency", latency(kind.latency()));
        return json;
    }

    private static Map<String, Object> tally(Tally tally) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sent", tally.sent());
        for (Outcome outcome : Outcome.values()) {
            json.put(outcome.name().toLowerCase(Locale.ROOT), tally.of(outcome));
        }
        return json;
    }

    private static Map<String, Object> latency(Percentiles latency) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", latency.count());
        json.put("p50", latency.p50());
        json.put("p90", latency.p90());
        json.put("p99", latency.p99());
        json.put("p999", latency.p999());
        json.put("max", latency.max());
        return json;
    }

    private static Map<String, Object> happenings(Map<Happening, Long> happenings) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Happening happening : Happening.values()) {
            json.put(
                    happening.name().toLowerCase(Locale.ROOT),
                    happenings.getOrDefault(happening, 0L));
        }
        return json;
    }

    private static Map<String, Object> cost(Cost cost) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cpuSeconds", cost.cpuSeconds());
        json.put("packets", cost.packets());
        json.put("cpuMicrosPerPacket", cost.cpuMicrosPerPacket());
        json.put("lateness", latency(cost.lateness()));
        return json;
    }

    private static Map<String, Object> sample(Sample sample) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("second", sample.second());
        json.put("measured", sample.measured());
        json.put("offline", sample.players().offline());
        json.put("lobby", sample.players().lobby());
        json.put("room", sample.players().room());
        json.put("playing", sample.players().playing());
        json.put("sentPerSecond", sample.sentPerSecond());
        json.put("receivedPerSecond", sample.receivedPerSecond());
        json.put("interactive", latency(sample.interactive()));
        json.put("position", latency(sample.position()));
        json.put("errors", new TreeMap<>(sample.errors()));
        return json;
    }
}
