package dev.mallard.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.ChannelCustomizer;
import dev.mallard.transport.EventLoops;
import dev.mallard.transport.FrameHandler;
import dev.mallard.transport.NettyConnection;
import dev.mallard.transport.NettyReceivingChannelAdapter;
import dev.mallard.transport.NettyServerConnectionFactory;
import dev.mallard.transport.TransportOptions;

import io.netty.buffer.ByteBufUtil;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A lobby or game service as far as a gateway can see it: shakes hands, accepts every session, and otherwise
 * does what the test says. Requests and control messages are kept for the test.
 */
public final class FakeService implements FrameHandler, AutoCloseable {

    private final String role;
    private final String instanceId;
    private final EventLoops loops = new EventLoops(1, "fake");
    private final List<NettyConnection> links = new CopyOnWriteArrayList<>();
    private final FakeInbox inbox;
    private final FakeSessions sessions = new FakeSessions();
    private final Map<Integer, Location> locations = new ConcurrentHashMap<>();
    private @Nullable NettyReceivingChannelAdapter adapter;
    private final AtomicLong tickets = new AtomicLong();
    private int port;
    private ChannelCustomizer channels = ChannelCustomizer.none();

    public volatile boolean acceptingSessions = true;
    public volatile boolean acceptingWork = true;
    public volatile boolean silent;
    public volatile boolean gamesSurvive;
    public volatile int games;
    public volatile @Nullable String refusal;

    /** What every request is answered with at once, or null: then requests are kept for the test. */
    public volatile @Nullable GamePacket answering;

    public FakeService(String role, String instanceId) {
        this.role = role;
        this.instanceId = instanceId;
        this.inbox = new FakeInbox(instanceId);
    }

    /** What goes under the links, such as TLS; to be said before the start. */
    public void channels(ChannelCustomizer customizer) {
        channels = customizer;
    }

    /** Listens, on the same port as before if there was one. */
    public FakeService start() {
        NettyServerConnectionFactory created =
                new NettyServerConnectionFactory(
                        port, loops, new LinkFrameCodec(), TransportOptions.forLinks());
        created.setChannelCustomizer(channels);
        NettyReceivingChannelAdapter receiving = new NettyReceivingChannelAdapter(this);
        receiving.setConnectionFactory(created);
        receiving.start();
        port = created.getPort();
        adapter = receiving;
        return this;
    }

    /** Stops as if it were killed. */
    public void kill() {
        NettyReceivingChannelAdapter running = adapter;
        adapter = null;
        if (running != null) {
            running.stop();
        }
        links.clear();
    }

    @Override
    public void close() {
        kill();
        loops.close();
    }

    public int port() {
        return port;
    }

    public String address() {
        return "localhost:" + port;
    }

    public String instanceId() {
        return instanceId;
    }

    public int linkCount() {
        return links.size();
    }

    /** Where the service will say that a user is. */
    public void place(int userId, Location location) {
        locations.put(userId, location);
    }

    @Override
    public void onFrame(NettyConnection connection, Object frame) {
        if (silent) {
            return;
        }
        switch ((LinkFrame) frame) {
            case LinkFrame.Request request -> onRequest(connection, request);
            case LinkFrame.TracedRequest traced -> throw new AssertionError(traced);
            case LinkFrame.Control(LinkControl message) -> onControl(connection, message);
            case LinkFrame.Delivery delivery -> throw new AssertionError(delivery);
            case LinkFrame.Answer answer -> throw new AssertionError(answer);
            case LinkFrame.Done done -> throw new AssertionError(done);
        }
    }

    private void onRequest(NettyConnection link, LinkFrame.Request request) {
        GamePacket answer = answering;
        if (answer != null) {
            link.write(FakeFrames.answer(answer, request.userId(), request.sessionNumber(), false));
            return;
        }
        inbox.add(
                new FakeInbox.Received(
                        request.packetType(),
                        request.userId(),
                        request.sessionNumber(),
                        ByteBufUtil.getBytes(request.payload())));
    }

    private void onControl(NettyConnection link, LinkControl message) {
        switch (message.getBodyCase()) {
            case HELLO -> welcome(link);
            case HEARTBEAT -> send(link, FakeFrames.echo(message.getHeartbeat()));
            case HEARTBEAT_ECHO -> inbox.echo(message.getHeartbeatEcho().getSentAt());
            case SESSION_OPENED -> {
                inbox.add(message);
                accept(link, message.getSessionOpened());
            }
            case SESSIONS_ANNOUNCED -> {
                inbox.add(message);
                message.getSessionsAnnounced()
                        .getSessionsList()
                        .forEach(session -> accept(link, session));
            }
            default -> inbox.add(message);
        }
    }

    private void welcome(NettyConnection link) {
        String why = refusal;
        if (why != null) {
            send(link, FakeFrames.refusal(why));
            return;
        }
        ((LinkFrameDecoder) link.decoder()).trust();
        links.add(link);
        send(link, FakeFrames.welcome(instanceId, role, load(), gamesSurvive));
    }

    private void accept(NettyConnection link, SessionOpened session) {
        sessions.opened(session, link);
        if (acceptingSessions) {
            accept(session);
        }
    }

    /** Acknowledges a session. */
    public void accept(SessionOpened session) {
        int userId = session.getUserId();
        Location location = locations.getOrDefault(userId, Location.getDefaultInstance());
        control(userId, FakeFrames.accepted(session, location));
    }

    @Override
    public void onClosed(NettyConnection connection) {
        links.remove(connection);
    }

    private Load load() {
        return Load.newBuilder().setGames(games).setAcceptingWork(acceptingWork).build();
    }

    // ---- what the test sends

    private static void send(NettyConnection link, LinkControl.Builder message) {
        link.write(new LinkFrame.Control(message.build()));
    }

    /** Sends a control message on a user's link. */
    public void control(int userId, LinkControl.Builder message) {
        send(sessions.link(userId), message);
    }

    /** Waits until the gateway has seen everything that was sent on a user's link. */
    public void roundTrip(int userId) throws InterruptedException {
        long ticket = tickets.incrementAndGet();
        control(userId, FakeFrames.heartbeat(ticket, load()));
        assertThat(inbox.echo()).isEqualTo(ticket);
    }

    /** Does nothing any more, as a process that is stopped: the system still takes its connections. */
    public void freeze() {
        silent = true;
        setReading(false);
    }

    /** Goes on. */
    public void thaw() {
        silent = false;
        kill();
        start();
    }

    /** Stops or resumes taking anything from the gateways. */
    public void setReading(boolean on) {
        links.forEach(link -> link.setReading(on));
    }

    /** Sends a packet to users, on the link of the first one. */
    public void deliver(GamePacket packet, int... userIds) {
        sessions.link(userIds[0]).write(FakeFrames.delivery(packet, userIds));
    }

    /** Answers the oldest request of a user's session that was announced last. */
    public void answer(GamePacket packet, int userId) {
        answer(packet, userId, sessions.number(userId));
    }

    /** Answers the oldest request of a session. */
    public void answer(GamePacket packet, int userId, long sessionNumber) {
        sessions.link(userId).write(FakeFrames.answer(packet, userId, sessionNumber, false));
    }

    /** Answers a request that could not be read. */
    public void refuse(GamePacket error, int userId) {
        sessions.link(userId)
                .write(FakeFrames.answer(error, userId, sessions.number(userId), true));
    }

    /** Says that a user's oldest request is done. */
    public void done(int userId, long sessionNumber) {
        sessions.link(userId).write(new LinkFrame.Done(userId, sessionNumber));
    }

    // ---- what the test expects

    /** The next request. */
    public FakeInbox.Received request() throws InterruptedException {
        return inbox.request();
    }

    /** Whether a request is waiting to be looked at. */
    public boolean hasRequest() {
        return inbox.hasRequest();
    }

    /** The next control message of a kind; others before it are passed over. */
    public LinkControl control(BodyCase kind) throws InterruptedException {
        return inbox.control(kind);
    }
}
