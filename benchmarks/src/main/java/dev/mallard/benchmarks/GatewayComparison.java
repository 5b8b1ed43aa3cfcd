package dev.mallard.benchmarks;

import dev.mallard.benchmarks.load.LoadLoop;
import dev.mallard.benchmarks.load.LoadShape;
import dev.mallard.benchmarks.process.GatewayKind;
import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.process.SystemCalls;
import dev.mallard.benchmarks.report.Figures;
import dev.mallard.benchmarks.report.Table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares gateways under the same loads. All of them run at the same time, and are put under load one after
 * the other, in each repetition beginning with another one.
 */
final class GatewayComparison {

    private final String title;
    private final Map<String, LoadShape> loads;

    /**
     * @param title what one message is
     * @param loads the loads by name, in their order
     */
    GatewayComparison(String title, Map<String, LoadShape> loads) {
        this.title = title;
        this.loads = loads;
    }

    Figures run(Installation home, Settings settings, Progress progress)
            throws IOException, InterruptedException {
        SystemCalls tool = SystemCalls.available();
        if (tool == SystemCalls.NONE) {
            progress.say("neither perf nor strace can be used: system calls are not counted");
        }
        Figures figures = new Figures();
        List<Subject> subjects = new ArrayList<>();
        try (LoadLoop loop = new LoadLoop("load")) {
            for (GatewayKind kind : settings.gateways()) {
                progress.say("starting " + kind.label());
                subjects.add(Subject.start(kind, home, loop, settings.clients()));
            }
            warmUp(subjects, settings, progress);
            for (int repetition = 0; repetition < settings.repetitions(); repetition++) {
                for (var load : loads(settings)) {
                    for (int i = 0; i < subjects.size(); i++) {
                        Subject subject = subjects.get((i + repetition) % subjects.size());
                        progress.say(
                                "repetition %d of %d: %s, %s"
                                        .formatted(
                                                repetition + 1,
                                                settings.repetitions(),
                                                load.getKey(),
                                                subject.name()));
                        subject.measure(load.getKey(), load.getValue(), settings, tool, figures);
                    }
                }
            }
        } finally {
            subjects.forEach(Subject::close);
        }
        return figures;
    }

    private List<Map.Entry<String, LoadShape>> loads(Settings settings) {
        return loads.entrySet().stream()
                .filter(load -> load.getKey().contains(settings.loads()))
                .toList();
    }

    /** Until the compilers have seen every load. */
    private void warmUp(List<Subject> subjects, Settings settings, Progress progress)
            throws InterruptedException {
        for (var load : loads(settings)) {
            for (Subject subject : subjects) {
                progress.say("warming up: %s, %s".formatted(load.getKey(), subject.name()));
                subject.warmUp(load.getValue());
            }
        }
    }

    Table table(Figures figures, Settings settings) {
        Table table =
                new Table(
                        title,
                        "load, gateway",
                        "messages/s",
                        "CPU us/message",
                        "x bare-netty",
                        "x node",
                        "system calls/message",
                        "p50 us",
                        "p99 us");
        String bare = GatewayKind.BARE.label();
        String node = GatewayKind.NODE.label();
        for (var each : loads(settings)) {
            String load = each.getKey();
            for (GatewayKind kind : settings.gateways()) {
                String name = kind.label();
                table.add(
                        load + ", " + name,
                        figures.get(load, name, Subject.RATE).format(0),
                        figures.get(load, name, Subject.CPU).format(2),
                        figures.ratio(load, name, bare, Subject.CPU).formatWithSpread(2),
                        figures.ratio(load, name, node, Subject.CPU).formatWithSpread(2),
                        figures.get(load, name, Subject.SYSTEM_CALLS).format(2),
                        figures.get(load, name, Subject.P50).format(0),
                        figures.get(load, name, Subject.P99).format(0));
            }
        }
        return table;
    }
}
