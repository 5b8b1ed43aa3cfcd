package dev.mallard.benchmarks;

import dev.mallard.benchmarks.load.LoadShape;
import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.report.Figures;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What it costs a gateway to bring a request from a client to a service and the answer back. */
final class RelayBenchmark implements Benchmark {

    private static final double FIXED_RATE = 10_000;
    private static final int DEEP = 16;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String summary() {
        return "requests and answers through the gateway, against a bare Netty relay and a Node"
                + " gateway";
    }

    @Override
    public Outcome run(Installation home, Settings settings, Progress progress)
            throws IOException, InterruptedException {
        Map<String, LoadShape> loads = new LinkedHashMap<>();
        loads.put("1 in flight", LoadShape.relay(1));
        loads.put(DEEP + " in flight", LoadShape.relay(DEEP));
        loads.put("10,000/s", LoadShape.openLoop(FIXED_RATE));
        GatewayComparison comparison =
                new GatewayComparison(
                        "relay: a message is a request of one of %d clients and its answer"
                                .formatted(settings.clients()),
                        loads);
        Figures figures = comparison.run(home, settings, progress);
        return Outcome.of(figures, comparison.table(figures, settings));
    }
}
