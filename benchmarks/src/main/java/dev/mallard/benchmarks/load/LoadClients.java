package dev.mallard.benchmarks.load;

import dev.mallard.protocol.PacketType;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;

import org.HdrHistogram.Histogram;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * All clients of one gateway. They stay connected from one measurement to the next. Public methods are for
 * one thread that is not the loop's, everything else happens on the event loop of the load.
 */
public final class LoadClients {

    static final int REQUEST = PacketType.GET_ROOM_LIST_REQUEST.id();
    static final int ANSWER = PacketType.GET_ROOM_LIST_RESPONSE.id();
    static final int GESTURE = PacketType.C_PLAYER_ATTACK_REQUEST.id();

    /** Length of a payload, bytes. */
    public static final int PAYLOAD = 64;

    private static final int ENTERING_AT_ONCE = 64;
    private static final long TICK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long LONGEST_LATENCY = TimeUnit.SECONDS.toNanos(60);
    private static final long PATIENCE_SECONDS = 60;
    // A gateway that does not keep up is measured by what it does, not by the memory of the load.
    private static final long MOST_OUTSTANDING = 100_000;

    private final LoadLoop loop;
    private final Entrance entrance;
    private final Histogram latencies = new Histogram(LONGEST_LATENCY, 3);
    private LoadClient[] clients = {};
    private CompletableFuture<Void> allReady = new CompletableFuture<>();
    private CompletableFuture<Void> drained = new CompletableFuture<>();
    private LoadShape shape = LoadShape.relay(1);
    private int port;
    private int wanted;
    private int connecting;
    private int ready;
    private boolean running;
    private boolean recording;
    private long outstanding;
    private long received;
    private long nextTick;
    private double owed;
    private int turn;

    private LoadClients(LoadLoop loop, Entrance entrance) {
        this.loop = loop;
        this.entrance = entrance;
    }

    /** Clients of a gateway that lets everybody in. */
    public static LoadClients anonymous(LoadLoop loop) {
        return new LoadClients(loop, Entrance.open());
    }

    /**
     * Clients that register and log in first.
     *
     * @param prefix what their nicknames begin with, lower-case letters; unique within the gateway
     */
    public static LoadClients loggedIn(LoadLoop loop, String prefix) {
        return new LoadClients(loop, new LoginEntrance(prefix));
    }

    /**
     * What has been received since the load began to be recorded.
     *
     * @param frames how many frames
     * @param p50Micros median of the time from when a request was due to the arrival of a frame,
     *     microseconds; 0 in a closed loop
     * @param p99Micros 99th percentile of that time
     */
    public record Received(long frames, double p50Micros, double p99Micros) {}

    /** How many clients there are. */
    public int size() {
        return wanted;
    }

    /**
     * Connects more clients, and waits until they are through the entrance.
     *
     * @param count how many there are to be then
     * @throws IllegalStateException if that takes too long
     */
    public void connect(int gatewayPort, int count) throws InterruptedException {
        CompletableFuture<Void> all =
                onLoop(
                        () -> {
                            port = gatewayPort;
                            wanted = count;
                            clients = Arrays.copyOf(clients, count);
                            allReady = new CompletableFuture<>();
                            int entering = Math.min(ENTERING_AT_ONCE, count - connecting);
                            for (int i = 0; i < entering; i++) {
                                connectNext();
                            }
                            return allReady;
                        });
        await(all, PATIENCE_SECONDS + count / 50, "not all clients came in");
    }

    /** Sends as the shape says, until {@link #stop}. */
    public void start(LoadShape newShape) throws InterruptedException {
        onLoop(
                () -> {
                    shape = newShape;
                    running = true;
                    drained = new CompletableFuture<>();
                    for (LoadClient client : clients) {
                        client.restart();
                    }
                    if (newShape.isOpenLoop()) {
                        nextTick = System.nanoTime();
                        owed = 0;
                        tick();
                    } else {
                        begin();
                    }
                    return this;
                });
    }

    /** Begins to count. */
    public void record() throws InterruptedException {
        onLoop(
                () -> {
                    received = 0;
                    latencies.reset();
                    recording = true;
                    return this;
                });
    }

    /** What has been counted so far. */
    public Received received() throws InterruptedException {
        return onLoop(
                () ->
                        new Received(
                                received,
                                latencies.getValueAtPercentile(50) / 1e3,
                                latencies.getValueAtPercentile(99) / 1e3));
    }

    /**
     * Sends nothing more, and waits for what is under way.
     *
     * @throws IllegalStateException if it does not come
     */
    public void stop() throws InterruptedException {
        CompletableFuture<Void> rest =
                onLoop(
                        () -> {
                            running = false;
                            recording = false;
                            if (outstanding == 0) {
                                drained.complete(null);
                            }
                            return drained;
                        });
        await(rest, PATIENCE_SECONDS, "not everything was answered");
    }

    private <T> T onLoop(Supplier<T> action) throws InterruptedException {
        return await(
                CompletableFuture.supplyAsync(action, loop.eventLoop()),
                PATIENCE_SECONDS,
                "the load does not answer");
    }

    private <T> T await(CompletableFuture<T> result, long seconds, String otherwise)
            throws InterruptedException {
        try {
            return result.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the load failed", failure.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException(
                    "%s: %d of %d ready, %d outstanding"
                            .formatted(otherwise, ready, wanted, outstanding),
                    late);
        }
    }

    // ---- on the loop

    Entrance entrance() {
        return entrance;
    }

    private void connectNext() {
        int index = connecting++;
        ChannelFuture attempt =
                loop.connect(
                        port, false, channel -> new LoadClient(this, index, channel, loop.round()));
        attempt.addListener(
                connected -> {
                    if (!connected.isSuccess()) {
                        failed(connected.cause());
                    }
                });
    }

    void ready(LoadClient client) {
        clients[client.index()] = client;
        ready++;
        if (connecting < wanted) {
            connectNext();
        }
        if (ready == wanted) {
            allReady.complete(null);
        }
    }

    private void begin() {
        long now = System.nanoTime();
        for (int i = 0; i < senders(); i++) {
            for (int j = 0; j < shape.inFlight(); j++) {
                send(sender(i), now);
            }
        }
    }

    private int senders() {
        return Math.min(clients.length, shape.clients()) / shape.recipients();
    }

    private LoadClient sender(int number) {
        return clients[number * shape.recipients()];
    }

    private void tick() {
        if (!running) {
            return;
        }
        // What a late tick has missed is sent now, and counts from when it was due.
        while (System.nanoTime() >= nextTick) {
            owed += shape.ratePerSecond() * TICK_NANOS / 1e9;
            while (owed >= 1) {
                owed--;
                if (outstanding < MOST_OUTSTANDING) {
                    send(sender(turn++ % senders()), nextTick);
                }
            }
            nextTick += TICK_NANOS;
        }
        loop.eventLoop()
                .schedule(
                        this::tick,
                        Math.max(0, nextTick - System.nanoTime()),
                        TimeUnit.NANOSECONDS);
    }

    private void send(LoadClient client, long due) {
        outstanding += shape.recipients();
        client.send(shape.recipients() == 1 ? REQUEST : GESTURE, PAYLOAD, shape.recipients(), due);
    }

    void received(LoadClient client, ByteBuf in, int payload) {
        outstanding--;
        if (recording) {
            received++;
            if (shape.isOpenLoop()) {
                long taken = System.nanoTime() - in.getLong(payload + Probe.DUE);
                latencies.recordValue(Math.clamp(taken, 0, LONGEST_LATENCY));
            }
        }
        if (!running) {
            if (outstanding == 0) {
                drained.complete(null);
            }
        } else if (!shape.isOpenLoop() && client.index() % shape.recipients() == 0) {
            send(client, 0);
        }
    }

    void outOfOrder(LoadClient client, int expected, int sequence) {
        failed(
                new IllegalStateException(
                        "client %d got frame %d instead of %d"
                                .formatted(client.index(), sequence, expected)));
    }

    void lost(LoadClient client) {
        failed(new IllegalStateException("client " + client.index() + " was disconnected"));
    }

    /** Whoever waits next learns of it. */
    void failed(Throwable cause) {
        allReady.completeExceptionally(cause);
        drained.completeExceptionally(cause);
    }
}
