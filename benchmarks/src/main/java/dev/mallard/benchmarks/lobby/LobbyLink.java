package dev.mallard.benchmarks.lobby;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.link.message.GameCreated;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.HeartbeatEcho;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.SessionsAnnounced;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.FrameHandler;
import dev.mallard.transport.NettyClientConnectionFactory;
import dev.mallard.transport.NettyConnection;
import dev.mallard.transport.NettyReceivingChannelAdapter;
import dev.mallard.transport.TransportOptions;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A gateway's end of a link to a lobby, with crews behind it that live through one room after the other. How
 * long each operation takes is counted from the moment it was due.
 */
public final class LobbyLink implements AutoCloseable, FrameHandler {

    public static final String SECRET = "mallard-benchmark-secret";

    private static final long SESSION = 1;
    private static final int FIRST_USER = 1;
    private static final String GAME_INSTANCE = "game-1";
    private static final long PATIENCE_SECONDS = 60;
    private static final long PACE_MILLIS = 1;

    private final EventLoop loop;
    private final OperationTimes times;
    private final List<Crew> crews = new ArrayList<>();
    private final Map<Integer, Crew> preparing = new HashMap<>();
    private final Map<Integer, Crew> ending = new HashMap<>();
    private final CountDownLatch accepted;
    private final NettyReceivingChannelAdapter adapter = new NettyReceivingChannelAdapter(this);
    private final NettyConnection connection;
    private volatile @Nullable String failure;
    private boolean running;
    // 0 = as fast as answers come
    private long stepNanos;

    public LobbyLink(int port, EventLoop loop, int crewCount, OperationTimes times)
            throws InterruptedException {
        this.loop = loop;
        this.times = times;
        this.accepted = new CountDownLatch(crewCount * RoomOperation.CREW);
        NettyClientConnectionFactory factory =
                new NettyClientConnectionFactory(
                        "127.0.0.1", port, loop, new LinkFrameCodec(), TransportOptions.forLinks());
        adapter.setConnectionFactory(factory);
        adapter.start();
        connection = factory.getConnection();
        ((LinkFrameDecoder) connection.decoder()).trust();
        control(
                LinkControl.newBuilder()
                        .setHello(
                                Hello.newBuilder()
                                        .setProtocolVersion(LinkFrameCodec.PROTOCOL_VERSION)
                                        .setGatewayId("benchmark")
                                        .setSecret(SECRET)));
        for (int i = 0; i < crewCount; i++) {
            crews.add(new Crew(FIRST_USER + i * RoomOperation.CREW, 0));
        }
        logIn();
        loop.scheduleAtFixedRate(this::pace, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void logIn() throws InterruptedException {
        SessionsAnnounced.Builder sessions = SessionsAnnounced.newBuilder().setComplete(true);
        int users = crews.size() * RoomOperation.CREW;
        for (int user = FIRST_USER; user < FIRST_USER + users; user++) {
            sessions.addSessions(
                    SessionOpened.newBuilder()
                            .setUserId(user)
                            .setNickname("user" + user)
                            .setSessionNumber(SESSION));
        }
        control(LinkControl.newBuilder().setSessionsAnnounced(sessions));
        if (!accepted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the lobby accepts no sessions");
        }
    }

    private void control(LinkControl.Builder message) {
        connection.write(new LinkFrame.Control(message.build()));
    }

    // ---- the load

    /** From now on every crew does its next step as soon as the last one is answered. */
    public void runFreely() {
        loop.execute(() -> start(0));
    }

    /** From now on steps are due at a fixed rate of all crews together, whether answers come or not. */
    public void runAtRate(int operationsPerSecond) {
        long nanos = TimeUnit.SECONDS.toNanos(1) * crews.size() / operationsPerSecond;
        loop.execute(() -> start(nanos));
    }

    private void start(long nanosBetweenSteps) {
        stepNanos = nanosBetweenSteps;
        running = true;
        long now = System.nanoTime();
        for (int i = 0; i < crews.size(); i++) {
            crews.get(i).due(now + nanosBetweenSteps * i / crews.size());
        }
        pace();
    }

    /** Makes no more rooms, and returns when the last ones are gone. */
    public void pause() throws InterruptedException {
        loop.execute(
                () -> {
                    running = false;
                    stepNanos = 0;
                    long now = System.nanoTime();
                    crews.forEach(crew -> crew.due(Math.min(crew.dueNanos(), now)));
                });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!idle()) {
            checkHealthy();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("answers do not come");
            }
            Thread.sleep(10);
        }
        checkHealthy();
    }

    private boolean idle() throws InterruptedException {
        return loop.submit(() -> crews.stream().allMatch(Crew::betweenRooms)).await().getNow();
    }

    /**
     * @throws IllegalStateException if something went wrong that spoils the measurement
     */
    void checkHealthy() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    private void pace() {
        long now = System.nanoTime();
        for (Crew crew : crews) {
            if (goesOn(crew) && !crew.waiting() && crew.dueNanos() <= now) {
                ask(crew);
            }
        }
    }

    private boolean goesOn(Crew crew) {
        return running || !crew.betweenRooms();
    }

    private void ask(Crew crew) {
        crew.asked();
        switch (crew.step().operation()) {
            case END -> end(crew);
            case PREPARE -> {
                preparing.put(crew.roomId(), crew);
                request(crew);
            }
            case CREATE, JOIN, LIST, LEAVE -> request(crew);
        }
    }

    private void request(Crew crew) {
        GamePacket packet = crew.request();
        connection.write(
                new LinkFrame.Request(
                        PacketCatalogue.get().typeOf(packet).id(),
                        crew.user(),
                        SESSION,
                        Unpooled.wrappedBuffer(packet.toByteArray())));
    }

    private void end(Crew crew) {
        ending.put(crew.roomId(), crew);
        control(
                LinkControl.newBuilder()
                        .setGameCreated(
                                GameCreated.newBuilder()
                                        .setGameId(crew.roomId())
                                        .setGameInstance(GAME_INSTANCE)));
        long now = System.currentTimeMillis();
        control(
                LinkControl.newBuilder()
                        .setGameEnded(
                                GameEnded.newBuilder()
                                        .setGameId(crew.roomId())
                                        .setGameInstance(GAME_INSTANCE)
                                        .addUserIds(crew.user(0))
                                        .addUserIds(crew.user(1))
                                        .addUserIds(crew.user(2))
                                        .setStartedAt(now)
                                        .setEndedAt(now)
                                        .setOutcome("CLEARED")));
    }

    // ---- the answers

    @Override
    public void onFrame(NettyConnection source, Object frame) {
        switch ((LinkFrame) frame) {
            case LinkFrame.Answer answer -> answered(answer);
            case LinkFrame.Control(LinkControl message) -> onControl(message);
            case LinkFrame.Delivery _, LinkFrame.Done _ -> {}
            case LinkFrame.Request _, LinkFrame.TracedRequest _ ->
                    failure = "the lobby sent a request";
        }
    }

    private void answered(LinkFrame.Answer answer) {
        Crew crew = crews.get((answer.userId() - FIRST_USER) / RoomOperation.CREW);
        if (answer.packetType() == PacketType.S_ERROR_NOTIFICATION.id()) {
            failure = crew.step() + " was refused: " + parse(answer.payload());
            return;
        }
        if (crew.step().operation() == RoomOperation.CREATE) {
            crew.room(parse(answer.payload()).getCreateRoomResponse().getRoom().getRoomId());
        }
        done(crew);
    }

    private static GamePacket parse(ByteBuf payload) {
        try {
            return GamePacket.parseFrom(payload.nioBuffer());
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("the lobby sent something else", malformed);
        }
    }

    private void onControl(LinkControl message) {
        switch (message.getBodyCase()) {
            case HEARTBEAT ->
                    control(
                            LinkControl.newBuilder()
                                    .setHeartbeatEcho(
                                            HeartbeatEcho.newBuilder()
                                                    .setSentAt(
                                                            message.getHeartbeat().getSentAt())));
            case SESSION_ACCEPTED -> accepted.countDown();
            case PREPARE_GAME ->
                    done(preparing.remove(message.getPrepareGame().getRoom().getRoomId()));
            case GAME_END_RECORDED -> done(ending.remove(message.getGameEndRecorded().getGameId()));
            default -> {}
        }
    }

    private void done(@Nullable Crew crew) {
        if (crew == null || !crew.waiting()) {
            failure = "an answer came that nobody waits for";
            return;
        }
        long now = System.nanoTime();
        times.record(crew.step().operation(), now - crew.dueNanos());
        crew.answered(stepNanos == 0 ? now : crew.dueNanos() + stepNanos);
        if (goesOn(crew) && crew.dueNanos() <= now) {
            ask(crew);
        }
    }

    @Override
    public void onClosed(NettyConnection ended) {
        failure = "the link has ended";
    }

    @Override
    public void close() {
        connection.close();
        adapter.stop();
    }
}
