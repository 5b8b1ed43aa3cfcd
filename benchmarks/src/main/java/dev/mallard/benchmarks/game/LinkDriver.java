package dev.mallard.benchmarks.game;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.HeartbeatEcho;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.transport.FrameHandler;
import dev.mallard.transport.NettyClientConnectionFactory;
import dev.mallard.transport.NettyConnection;
import dev.mallard.transport.NettyReceivingChannelAdapter;
import dev.mallard.transport.TransportOptions;

import io.netty.channel.EventLoop;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A gateway's end of one link with all players behind it: creates and starts their games, then sends what
 * they do, spread evenly over each interval, and counts what comes back.
 */
final class LinkDriver implements AutoCloseable, FrameHandler {

    static final String SECRET = "mallard-benchmark-secret";
    static final long SESSION = 1;

    /** Each player sends his place this often. */
    static final Duration INTERVAL = Duration.ofMillis(200);

    private static final int PARTS = 40;
    private static final int WALK_STEPS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PlayedGames games;
    private final NettyReceivingChannelAdapter adapter = new NettyReceivingChannelAdapter(this);
    private final NettyConnection connection;
    private final EventLoop loop;
    private final CountDownLatch accepted;
    private final CountDownLatch created;
    private final CountDownLatch started;
    private final LongAdder positions = new LongAdder();
    private final LongAdder deliveries = new LongAdder();
    private final LongAdder recipients = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private volatile @Nullable String failure;
    private @Nullable ScheduledFuture<?> sending;
    private long slice;

    LinkDriver(int port, int number, EventLoop loop, PlayedGames games)
            throws InterruptedException {
        this.games = games;
        this.loop = loop;
        this.accepted = new CountDownLatch(games.games() * games.players());
        this.created = new CountDownLatch(games.games());
        this.started = new CountDownLatch(games.games());
        NettyClientConnectionFactory factory =
                new NettyClientConnectionFactory(
                        "127.0.0.1", port, loop, new Burst.Codec(), TransportOptions.forLinks());
        adapter.setConnectionFactory(factory);
        adapter.start();
        connection = factory.getConnection();
        control(
                LinkControl.newBuilder()
                        .setHello(
                                Hello.newBuilder()
                                        .setProtocolVersion(LinkFrameCodec.PROTOCOL_VERSION)
                                        .setGatewayId("benchmark")
                                        .setLoop(number)
                                        .setSecret(SECRET))
                        .build());
    }

    private void control(LinkControl message) {
        connection.write(new LinkFrame.Control(message));
    }

    @Override
    public void onFrame(NettyConnection source, Object frame) {
        switch ((LinkFrame) frame) {
            case LinkFrame.Delivery delivery -> count(delivery);
            case LinkFrame.Control(LinkControl message) -> onControl(message);
            case LinkFrame.Answer _ -> errors.increment(); // what is right is answered to all
            case LinkFrame.Done _ -> {}
            case LinkFrame.Request request -> failure = "the service sent " + request;
            case LinkFrame.TracedRequest traced -> failure = "the service sent " + traced;
        }
    }

    private void count(LinkFrame.Delivery delivery) {
        deliveries.increment();
        recipients.add(delivery.recipientCount());
        int type = delivery.packetType();
        if (type == PacketType.S_PLAYER_POSITION_UPDATE_NOTIFICATION.id()) {
            positions.increment();
        } else if (type == PacketType.START_GAME_NOTIFICATION.id()) {
            started.countDown();
        } else if (type == PacketType.S_GAME_OVER_NOTIFICATION.id()) {
            failure = "a game is over";
        }
    }

    private void onControl(LinkControl message) {
        switch (message.getBodyCase()) {
            case HEARTBEAT -> echo(message.getHeartbeat());
            case SESSION_ACCEPTED -> accepted.countDown();
            case GAME_CREATED -> created.countDown();
            case GAME_NOT_CREATED ->
                    failure = "a game was refused: " + message.getGameNotCreated().getError();
            default -> {}
        }
    }

    private void echo(Heartbeat heartbeat) {
        control(
                LinkControl.newBuilder()
                        .setHeartbeatEcho(
                                HeartbeatEcho.newBuilder().setSentAt(heartbeat.getSentAt()))
                        .build());
    }

    @Override
    public void onClosed(NettyConnection ended) {
        failure = "a link has ended";
    }

    /** Logs the players in, and creates and starts their games. */
    void prepare() throws InterruptedException {
        control(games.sessions());
        await(accepted, "the sessions");
        for (int game = 0; game < games.games(); game++) {
            control(games.creation(game));
        }
        await(created, "the games");
        for (int game = 0; game < games.games(); game++) {
            connection.write(games.start(game));
            if (game % 50 == 49) { // a start is a large packet, so not all at once
                Thread.sleep(20);
            }
        }
        await(started, "the starts");
    }

    private void await(CountDownLatch latch, String what) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!latch.await(100, TimeUnit.MILLISECONDS)) {
            checkHealthy();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(what + " did not come: " + latch.getCount());
            }
        }
    }

    /**
     * @throws IllegalStateException if something went wrong that spoils the measurement
     */
    void checkHealthy() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** Begins to send what the players do. */
    void play(Duration attackEvery) {
        Burst[][] walks = new Burst[WALK_STEPS][PARTS];
        Burst[] attacks = new Burst[PARTS];
        for (int part = 0; part < PARTS; part++) {
            for (int step = 0; step < WALK_STEPS; step++) {
                walks[step][part] = games.walk(part, PARTS, step);
            }
            attacks[part] = games.attack(part, PARTS);
        }
        long rounds = attackEvery.toMillis() / INTERVAL.toMillis();
        int perBurst = games.games() * games.players() / PARTS;
        long nanos = INTERVAL.toNanos() / PARTS;
        sending =
                loop.scheduleAtFixedRate(
                        () -> {
                            int part = (int) (slice % PARTS);
                            long round = slice / PARTS;
                            slice++;
                            connection.write(walks[(int) (round % WALK_STEPS)][part]);
                            requests.add(perBurst);
                            if (rounds > 0 && (round + part) % rounds == 0) {
                                connection.write(attacks[part]);
                                requests.add(perBurst);
                            }
                        },
                        nanos,
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    /** What was sent and what has come until now. */
    Counts counts() {
        return new Counts(
                requests.sum(), deliveries.sum(), recipients.sum(), positions.sum(), errors.sum());
    }

    /**
     * @param requests requests of players that were sent
     * @param deliveries packets that came, each for one or more players
     * @param recipients players they were for
     * @param positions those of the packets that tell where the players are
     * @param errors those of the packets that refuse something
     */
    record Counts(long requests, long deliveries, long recipients, long positions, long errors) {

        Counts plus(Counts other) {
            return new Counts(
                    requests + other.requests,
                    deliveries + other.deliveries,
                    recipients + other.recipients,
                    positions + other.positions,
                    errors + other.errors);
        }

        Counts minus(Counts other) {
            return new Counts(
                    requests - other.requests,
                    deliveries - other.deliveries,
                    recipients - other.recipients,
                    positions - other.positions,
                    errors - other.errors);
        }
    }

    @Override
    public void close() {
        ScheduledFuture<?> task = sending;
        if (task != null) {
            task.cancel(false);
        }
        connection.close();
        adapter.stop();
    }
}
