package dev.mallard.benchmarks;

import dev.mallard.benchmarks.load.LoadClients;
import dev.mallard.benchmarks.load.LoadLoop;
import dev.mallard.benchmarks.load.LoadServices;
import dev.mallard.benchmarks.load.LoadShape;
import dev.mallard.benchmarks.process.GatewayKind;
import dev.mallard.benchmarks.process.HeapTrim;
import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.process.ProcessUsage;
import dev.mallard.benchmarks.process.ServerProcess;
import dev.mallard.benchmarks.process.SystemCalls;
import dev.mallard.benchmarks.report.Figures;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running gateway with its clients, and how its figures are taken. Confined to one thread. */
final class Subject implements AutoCloseable {

    static final String CPU = "cpuMicrosPerMessage";
    static final String RATE = "messagesPerSecond";
    static final String BUSY = "busyProcessors";
    static final String P50 = "p50Micros";
    static final String P99 = "p99Micros";
    static final String SYSTEM_CALLS = "systemCallsPerMessage";

    private static final long WARM_UP_FRAMES = 400_000;
    private static final Duration WARM_UP_STEP = Duration.ofMillis(100);
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(8);

    private final GatewayKind kind;
    private final ServerProcess process;
    private final LoadClients clients;

    private Subject(GatewayKind kind, ServerProcess process, LoadClients clients) {
        this.kind = kind;
        this.process = process;
        this.clients = clients;
    }

    static Subject start(GatewayKind kind, Installation home, LoadLoop loop, int clientCount)
            throws IOException, InterruptedException {
        ServerProcess process = kind.launch(home, LoadServices.start(loop));
        LoadClients clients =
                kind.wantsLogin()
                        ? LoadClients.loggedIn(loop, "bench")
                        : LoadClients.anonymous(loop);
        clients.connect(process.clientPort(), clientCount);
        return new Subject(kind, process, clients);
    }

    String name() {
        return kind.label();
    }

    /** Lets more clients in. */
    void grow(int clientCount) throws InterruptedException {
        clients.connect(process.clientPort(), clientCount);
    }

    int size() {
        return clients.size();
    }

    int port() {
        return process.clientPort();
    }

    void collectGarbage() throws IOException, InterruptedException {
        HeapTrim.run(process.pid());
    }

    ProcessUsage usage() {
        return process.usage();
    }

    /** How many threads it has for what. */
    Map<String, Integer> threads() {
        return process.threads();
    }

    /** Puts the gateway under a load until the compilers of its virtual machine have seen enough of it. */
    void warmUp(LoadShape shape) throws InterruptedException {
        clients.start(shape);
        clients.record();
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        while (clients.received().frames() < WARM_UP_FRAMES && System.nanoTime() < end) {
            Thread.sleep(WARM_UP_STEP);
        }
        clients.stop();
    }

    /** Puts the gateway under a load, and takes its figures. */
    void measure(String load, LoadShape shape, Settings settings, SystemCalls tool, Figures figures)
            throws InterruptedException {
        clients.start(shape);
        Thread.sleep(settings.warmUp());
        long cpuBefore = usage().cpuMicros();
        clients.record();
        long begin = System.nanoTime();
        Thread.sleep(settings.window());
        LoadClients.Received received = clients.received();
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        double cpuMicros = usage().cpuMicros() - cpuBefore;
        figures.add(load, name(), CPU, cpuMicros / received.frames());
        figures.add(load, name(), BUSY, cpuMicros / seconds / 1e6);
        figures.add(load, name(), RATE, received.frames() / seconds);
        if (received.p99Micros() > 0) {
            figures.add(load, name(), P50, received.p50Micros());
            figures.add(load, name(), P99, received.p99Micros());
        }
        countSystemCalls(load, tool, figures);
        clients.stop();
    }

    private void countSystemCalls(String load, SystemCalls tool, Figures figures)
            throws InterruptedException {
        if (tool == SystemCalls.NONE) {
            return;
        }
        long before = clients.received().frames();
        long begin = System.nanoTime();
        var perSecond = tool.perSecond(process.pid());
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        double rate = (clients.received().frames() - before) / seconds;
        if (perSecond.isPresent()) {
            figures.add(load, name(), SYSTEM_CALLS, perSecond.getAsLong() / rate);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
