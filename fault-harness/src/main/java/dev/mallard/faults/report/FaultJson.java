package dev.mallard.faults.report;

import dev.mallard.bots.report.JsonReport;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.check.LogSummary;
import dev.mallard.faults.run.FaultOutcome;
import dev.mallard.faults.run.RunResult;
import dev.mallard.faults.run.RunSettings;
import dev.mallard.faults.soak.Growth;
import dev.mallard.faults.soak.UsageCourse;

import org.springframework.boot.json.JsonWriter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The result of a fault run as JSON. Times are seconds since all players were in. */
public final class FaultJson {

    private static final JsonWriter<Map<String, Object>> WRITER = JsonWriter.standard();

    private FaultJson() {}

    public static String of(RunResult result) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("good", result.good());
        root.put("settings", settings(result.settings()));
        root.put(
                "script", result.script().stream().map(fault -> fault.toString().strip()).toList());
        root.put("leftOut", result.skipped());
        root.put("faults", result.outcomes().stream().map(FaultJson::outcome).toList());
        root.put(
                "recovery",
                RecoveryTimes.of(result.outcomes()).stream().map(FaultJson::times).toList());
        root.put("checks", result.findings().stream().map(FaultJson::finding).toList());
        root.put("growth", result.growths().stream().map(FaultJson::growth).toList());
        root.put("usage", result.usage().stream().map(FaultJson::usage).toList());
        root.put("logs", result.logs().stream().map(FaultJson::log).toList());
        root.put("load", JsonReport.tree(result.load(), List.of()));
        return WRITER.writeToString(root);
    }

    private static Map<String, Object> settings(RunSettings settings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seed", settings.seed());
        json.put("durationSeconds", settings.duration().toMillis() / 1e3);
        json.put("gateways", settings.gateways());
        json.put("lobbies", settings.lobbies());
        json.put("games", settings.games());
        json.put("players", settings.players());
        json.put("rooms", settings.rooms());
        json.put("timeoutSeconds", settings.timeout().toMillis() / 1e3);
        json.put("redis", settings.redis());
        json.put("soak", settings.soak());
        return json;
    }

    private static Map<String, Object> outcome(FaultOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fault", outcome.fault().text());
        json.put("sort", outcome.fault().group());
        json.put("begin", outcome.begin());
        json.put("end", outcome.end());
        json.put("recoveredAfter", outcome.recovered());
        json.put("trouble", outcome.trouble());
        return json;
    }

    private static Map<String, Object> times(RecoveryTimes times) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sort", times.sort());
        json.put("faults", times.count());
        json.put("notRecovered", times.failed());
        json.put("min", times.min());
        json.put("median", times.median());
        json.put("max", times.max());
        return json;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("promise", finding.promise());
        json.put("kept", finding.good());
        json.put("violations", finding.violations());
        return json;
    }

    private static Map<String, Object> growth(Growth growth) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("of", growth.of());
        json.put("measure", growth.measure().label());
        json.put("judged", growth.judged());
        json.put("first", growth.first());
        json.put("last", growth.last());
        json.put("change", growth.change());
        json.put("perHour", growth.perHour());
        json.put(
                "points",
                growth.points().stream()
                        .map(point -> List.of(point.second(), point.value()))
                        .toList());
        return json;
    }

    private static Map<String, Object> usage(UsageCourse.Sample sample) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("second", sample.second());
        new TreeMap<>(sample.byInstance())
                .forEach(
                        (instance, usage) ->
                                json.put(
                                        instance,
                                        List.of(
                                                usage.residentKib(),
                                                usage.threads(),
                                                usage.openFiles())));
        return json;
    }

    private static Map<String, Object> log(LogSummary log) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("instance", log.instance());
        json.put("errors", log.errors());
        json.put("warnings", log.warnings());
        json.put("stackTraces", log.traces());
        return json;
    }
}
