package dev.mallard.benchmarks;

import dev.mallard.benchmarks.load.LoadShape;
import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.report.Figures;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What it costs a gateway to bring what a service sends to all clients in a room. */
final class FanOutBenchmark implements Benchmark {

    private static final int[] ROOM_SIZES = {8, 4, 2};
    private static final int DEEP = 16;

    @Override
    public String name() {
        return "fanout";
    }

    @Override
    public String summary() {
        return "one message of a service to rooms of 8, 4 and 2 clients, against the same gateways";
    }

    @Override
    public Outcome run(Installation home, Settings settings, Progress progress)
            throws IOException, InterruptedException {
        Map<String, LoadShape> loads = new LinkedHashMap<>();
        for (int size : ROOM_SIZES) {
            loads.put("room of " + size, LoadShape.fanOut(size, DEEP));
        }
        loads.put("room of 8, 1 in flight", LoadShape.fanOut(ROOM_SIZES[0], 1));
        GatewayComparison comparison =
                new GatewayComparison(
                        "fanout: a message is a frame that one of %d clients gets; %d in flight per room"
                                .formatted(settings.clients(), DEEP),
                        loads);
        Figures figures = comparison.run(home, settings, progress);
        return Outcome.of(figures, comparison.table(figures, settings));
    }
}
