package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;

import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.EventLoops;
import dev.mallard.transport.FrameHandler;
import dev.mallard.transport.NettyClientConnectionFactory;
import dev.mallard.transport.NettyConnection;
import dev.mallard.transport.NettyReceivingChannelAdapter;
import dev.mallard.transport.TransportOptions;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A gateway's end of one link, over a real socket: sends what a test says and keeps what comes. */
final class TestGateway implements AutoCloseable, FrameHandler {

    private static final long PATIENCE_SECONDS = 20;

    private final EventLoops loops = new EventLoops(1, "test-gateway");
    private final NettyReceivingChannelAdapter adapter = new NettyReceivingChannelAdapter(this);
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final NettyConnection connection;

    /** Something that came over the link. */
    sealed interface Event {

        /** A control message. */
        record Control(LinkControl message) implements Event {}

        /** A packet for users. */
        record Packet(int type, boolean answer, List<Integer> receivers, GamePacket content)
                implements Event {}

        /** A request of a user is done. */
        record Done(int userId) implements Event {}
    }

    /** Connects, without a word. */
    TestGateway(int port) throws InterruptedException {
        NettyClientConnectionFactory factory =
                new NettyClientConnectionFactory(
                        "127.0.0.1",
                        port,
                        loops.loop(0),
                        new LinkFrameCodec(),
                        TransportOptions.forLinks());
        adapter.setConnectionFactory(factory);
        adapter.start();
        connection = factory.getConnection();
    }

    /** Connects and shakes hands. */
    static TestGateway open(int port, String gatewayId) throws InterruptedException {
        TestGateway gateway = new TestGateway(port);
        gateway.hello(gatewayId, "mallard-development-secret");
        gateway.control(BodyCase.WELCOME);
        return gateway;
    }

    void hello(String gatewayId, String secret) {
        send(
                LinkControl.newBuilder()
                        .setHello(
                                Hello.newBuilder()
                                        .setProtocolVersion(LinkFrameCodec.PROTOCOL_VERSION)
                                        .setGatewayId(gatewayId)
                                        .setSecret(secret))
                        .build());
    }

    @Override
    public void onOpen(NettyConnection opened) {
        ((LinkFrameDecoder) opened.decoder()).trust();
    }

    @Override
    public void onFrame(NettyConnection source, Object frame) {
        switch ((LinkFrame) frame) {
            case LinkFrame.Control(LinkControl message) -> events.add(new Event.Control(message));
            case LinkFrame.Delivery delivery -> events.add(packet(delivery));
            case LinkFrame.Answer answer -> events.add(packet(answer));
            case LinkFrame.Done done -> events.add(new Event.Done(done.userId()));
            case LinkFrame.TracedRequest traced -> throw new AssertionError(traced);
            case LinkFrame.Request request ->
                    throw new AssertionError("a service sent a request: " + request);
        }
    }

    private static Event packet(LinkFrame.Delivery delivery) {
        return new Event.Packet(
                delivery.packetType(),
                false,
                IntStream.range(0, delivery.recipientCount())
                        .mapToObj(delivery::recipient)
                        .toList(),
                packet(delivery.payload()));
    }

    private static Event packet(LinkFrame.Answer answer) {
        return new Event.Packet(
                answer.packetType(),
                answer.endsRequest(),
                List.of(answer.userId()),
                packet(answer.payload()));
    }

    private static GamePacket packet(ByteBuf payload) {
        try {
            return GamePacket.parseFrom(payload.nioBuffer());
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Override
    public void onClosed(NettyConnection ended) {
        closed.countDown();
    }

    void send(LinkControl message) {
        connection.write(new LinkFrame.Control(message));
    }

    /** Sends a control message that is given in protobuf's text format. */
    void send(String message) {
        send(parse(message, LinkControl.class));
    }

    /** Sends a player's packet that is given in protobuf's text format. */
    void request(int userId, long session, String packet) {
        GamePacket content = parse(packet, GamePacket.class);
        PacketType type = PacketCatalogue.get().typeOf(content);
        request(userId, session, type, content.toByteArray());
    }

    /** The payload of a packet that is given in protobuf's text format. */
    static byte[] payload(String packet) {
        return parse(packet, GamePacket.class).toByteArray();
    }

    void request(int userId, long session, PacketType type, byte[] payload) {
        connection.write(
                new LinkFrame.Request(type.id(), userId, session, Unpooled.wrappedBuffer(payload)));
    }

    /** Opens a session and returns where the service says the user is. */
    LinkControl logIn(int userId, long session) throws InterruptedException {
        send(
                LinkControl.newBuilder()
                        .setSessionOpened(
                                SessionOpened.newBuilder()
                                        .setUserId(userId)
                                        .setNickname("user" + userId)
                                        .setSessionNumber(session))
                        .build());
        return control(BodyCase.SESSION_ACCEPTED);
    }

    void logOut(int userId, long session) {
        send("session_closed { user_id: " + userId + " session_number: " + session + " }");
    }

    /** The next control message of this kind; what comes before is skipped. */
    LinkControl control(BodyCase kind) throws InterruptedException {
        Event event =
                await(
                        candidate ->
                                candidate instanceof Event.Control(LinkControl message)
                                        && message.getBodyCase() == kind,
                        kind.name());
        return ((Event.Control) event).message();
    }

    /** The next packet of this type; what comes before is skipped. */
    Event.Packet packet(int type) throws InterruptedException {
        return (Event.Packet)
                await(
                        candidate -> candidate instanceof Event.Packet p && p.type() == type,
                        "packet " + type);
    }

    /** The next error; what comes before is skipped. */
    String error() throws InterruptedException {
        String message = packet(7001).content().getErrorNotification().getErrorMessage();
        return message.substring(0, message.indexOf(':'));
    }

    /** The next word that a user's request is done; what comes before is skipped. */
    void done(int userId) throws InterruptedException {
        await(candidate -> candidate.equals(new Event.Done(userId)), "done " + userId);
    }

    /** The next event but heartbeats. */
    Event next() throws InterruptedException {
        return await(
                candidate ->
                        !(candidate instanceof Event.Control(LinkControl message)
                                && message.hasHeartbeat()),
                "anything");
    }

    private Event await(Predicate<Event> wanted, String what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            Event event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AssertionError("no " + what + " has come");
            }
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    /** What has come and was not asked for yet; nothing that still comes is waited for. */
    List<Event> rest() {
        List<Event> rest = new ArrayList<>();
        events.drainTo(rest);
        return rest;
    }

    /** Waits until the service has closed the link. */
    void awaitClosed() throws InterruptedException {
        assertThat(closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private static <T extends Message> T parse(String text, Class<T> type) {
        try {
            return TextFormat.parse(text, type);
        } catch (TextFormat.ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Override
    public void close() {
        connection.close();
        adapter.stop();
        loops.close();
    }
}
