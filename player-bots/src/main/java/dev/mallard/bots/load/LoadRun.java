package dev.mallard.bots.load;

import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Headcount;
import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.measure.Sample;
import dev.mallard.bots.load.player.Access;
import dev.mallard.bots.load.player.Player;
import dev.mallard.bots.load.player.Surroundings;
import dev.mallard.bots.load.player.Wires;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CLoginResponse;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run, in four phases: players log in one after the other; when all are in, the measured time begins;
 * then nothing new is begun, and what is under way gets its answer; then all connections are closed. All
 * of it happens on one event loop. A run is used once.
 */
public final class LoadRun implements AutoCloseable {

    private enum Phase {
        RAMP,
        MEASURED,
        DRAIN,
        OVER
    }

    /** How long after the last planned login the last player may come in. */
    private static final Duration RAMP_PATIENCE = Duration.ofMinutes(2);

    private static final long CHECK_MILLIS = 50;
    private static final int MOST_SAMPLES = 600;
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final double NANOS_PER_SECOND = 1e9;

    private final LoadSettings settings;
    private final Instant startedAt = Instant.now();
    private final long start = warmStart();
    private final Measurements measurements = new Measurements(start);
    private final Wires wires;
    private final EventLoop loop;
    private final Surroundings surroundings;
    private final Fleet fleet;
    private final Agenda agenda = new Agenda();
    private final Agenda logins = new Agenda();
    private final BlockingQueue<Sample> unseen = new LinkedBlockingQueue<>();
    private final CompletableFuture<LoadResult> result = new CompletableFuture<>();
    private final ProcessorTime processorTime = new ProcessorTime();
    private final long interval;
    private volatile Headcount headcount = new Headcount(0, 0, 0, 0);
    private volatile long gamesStarted;
    private Phase phase = Phase.RAMP;
    private boolean everybodyIn;
    private int nextLogin;
    private long phaseSince = start;
    private long nextSample;
    private long measuredSince;
    private long measuredNanos;
    private long packetsBefore;
    private double cpuBefore;
    private Cost cost = new Cost(0, 0, measurements.lateness());

    public LoadRun(LoadSettings settings) {
        this(
                settings,
                new Access(
                        List.of(new InetSocketAddress(settings.host(), settings.port())),
                        settings.timeout(),
                        Access.FEW_ATTEMPTS));
    }

    /**
     * @param access how players come in, instead of what the settings say about it
     */
    public LoadRun(LoadSettings settings, Access access) {
        this.settings = settings;
        this.wires = new Wires(access);
        this.loop = wires.loop();
        int run = (int) (start ^ startedAt.toEpochMilli());
        this.surroundings =
                new Surroundings(wires, measurements, System::nanoTime, settings.timeout(), run);
        this.fleet = new Fleet(settings, surroundings, measurements);
        this.interval =
                Math.max(SHORTEST_INTERVAL.toNanos(), settings.duration().toNanos() / MOST_SAMPLES);
        this.nextSample = start + interval;
    }

    /** Loads what the first login needs, so that it does not count as its latency; then it is now. */
    private static long warmStart() {
        GamePacket answer =
                GamePacket.newBuilder()
                        .setLoginResponse(S2CLoginResponse.getDefaultInstance())
                        .build();
        Packets.parse(PacketType.LOGIN_RESPONSE, ByteBuffer.wrap(answer.toByteArray()));
        return System.nanoTime();
    }

    /**
     * Plays to the end.
     *
     * @param watcher gets a sample of every interval, on the calling thread
     */
    public LoadResult play(Consumer<Sample> watcher) throws InterruptedException {
        loop.execute(this::begin);
        while (!result.isDone()) {
            Sample sample = unseen.poll(200, TimeUnit.MILLISECONDS);
            if (sample != null) {
                watcher.accept(sample);
            }
        }
        return result.join();
    }

    /** Ends the run early, with a result; any thread. */
    public void stop() {
        loop.execute(
                () -> {
                    if (phase == Phase.RAMP || phase == Phase.MEASURED) {
                        drain(System.nanoTime());
                    }
                });
    }

    /** Has all players leave, whatever they are doing, and stay away until {@link #wake}; any thread. */
    public void rest() {
        loop.execute(fleet::rest);
    }

    /** Has all players come back, one after the other as in the beginning; any thread. */
    public void wake() {
        long gap = Math.round(NANOS_PER_SECOND / settings.ramp());
        for (Player player : fleet.players()) {
            loop.schedule(
                    () -> player.wake(System.nanoTime()),
                    gap * player.number(),
                    TimeUnit.NANOSECONDS);
        }
    }

    /** Where the players were some milliseconds ago; any thread. */
    public Headcount headcount() {
        return headcount;
    }

    /** Games that have started so far, as of some milliseconds ago; any thread. */
    public long gamesStarted() {
        return gamesStarted;
    }

    /** Closes all connections. */
    @Override
    public void close() {
        wires.close();
    }

    private void begin() {
        long now = System.nanoTime();
        long gap = Math.max(1, Math.round(NANOS_PER_SECOND / settings.ramp()));
        logins.every(now, gap, this::connectNext);
        fleet.plan(agenda, now);
        ScheduledFuture<?> check =
                loop.scheduleWithFixedDelay(
                        () -> guarded(this::check), 0, CHECK_MILLIS, TimeUnit.MILLISECONDS);
        result.whenComplete((done, failure) -> check.cancel(false));
        runAgenda();
    }

    /** A fault of this program ends the run instead of stopping a timer without a word. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error fault) {
            result.completeExceptionally(fault);
        }
    }

    private void connectNext(long due) {
        if (nextLogin < settings.players()) {
            fleet.players().get(nextLogin).connect(due);
            nextLogin++;
        } else {
            logins.clear();
        }
    }

    private void runAgenda() {
        if (phase == Phase.DRAIN || phase == Phase.OVER || result.isDone()) {
            return;
        }
        long now = System.nanoTime();
        long wait = Math.min(logins.run(now), agenda.run(now));
        loop.schedule(() -> guarded(this::runAgenda), wait, TimeUnit.NANOSECONDS);
    }

    private void check() {
        long now = System.nanoTime();
        fleet.checkTimeouts();
        headcount = fleet.count();
        gamesStarted = measurements.count(Happening.GAME_STARTED);
        switch (phase) {
            case RAMP -> checkRamp(now);
            case MEASURED -> {
                if (now - phaseSince >= settings.duration().toNanos() || fleet.allGaveUp()) {
                    drain(now);
                }
            }
            case DRAIN -> {
                boolean patience = now - phaseSince < settings.timeout().toNanos() * 2;
                if (!fleet.waiting() || !patience) {
                    finish(now);
                    return;
                }
            }
            case OVER -> {}
        }
        if (now - nextSample >= 0 && phase != Phase.OVER) {
            sample(now);
        }
    }

    private void checkRamp(long now) {
        if (surroundings.unreachable() || fleet.allGaveUp()) {
            drain(now);
            return;
        }
        if (nextLogin < settings.players()) {
            phaseSince = now;
        } else if (fleet.settled() || now - phaseSince > RAMP_PATIENCE.toNanos()) {
            everybodyIn = fleet.count().offline() == 0;
            phase = Phase.MEASURED;
            phaseSince = now;
            measuredSince = now;
            measurements.startMeasuring();
            packetsBefore = packets();
            cpuBefore = processorTime.seconds();
        }
    }

    private void drain(long now) {
        if (phase == Phase.MEASURED) {
            measuredNanos = now - measuredSince;
            cost =
                    new Cost(
                            processorTime.seconds() - cpuBefore,
                            packets() - packetsBefore,
                            measurements.lateness());
        }
        measurements.stopMeasuring();
        phase = Phase.DRAIN;
        phaseSince = now;
        agenda.clear();
        logins.clear();
        boolean longEnough = nextSample - now < interval / 2;
        if (longEnough) {
            sample(now);
        }
    }

    private void finish(long now) {
        sample(now);
        phase = Phase.OVER;
        fleet.finish();
        // The ends of the connections come in the turns of the loop that follow.
        loop.schedule(() -> result.complete(outcome()), CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sample(long now) {
        unseen.add(measurements.cut(fleet.count(), now));
        nextSample = now + interval;
    }

    private long packets() {
        return measurements.packetsSent() + measurements.packetsReceived();
    }

    private LoadResult outcome() {
        List<KindResult> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            KindResult found =
                    new KindResult(kind, measurements.tally(kind), measurements.of(kind));
            if (found.tally().sent() > 0 || found.latency().count() > 0) {
                kinds.add(found);
            }
        }
        return new LoadResult(
                settings,
                startedAt,
                measuredNanos / NANOS_PER_SECOND,
                everybodyIn,
                kinds,
                measurements.interactive(),
                measurements.errors(),
                measurements.happenings(),
                measurements.samples(),
                measurements.packetsSent(),
                measurements.packetsReceived(),
                cost);
    }
}
