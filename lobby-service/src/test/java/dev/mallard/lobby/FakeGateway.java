package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketCatalogue;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.SessionClosed;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.SessionsAnnounced;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.FrameException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Speaks to a lobby as a gateway does, over a real link, for any number of users. */
public final class FakeGateway implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final Socket socket;
    private final Map<Integer, BlockingQueue<Event>> users = new ConcurrentHashMap<>();
    private final BlockingQueue<LinkControl> controls = new LinkedBlockingQueue<>();

    /** What comes over the link for a user. */
    public sealed interface Event {

        /** A packet, as the answer to the oldest open request or on its own. */
        record Packet(boolean answer, GamePacket packet) implements Event {}

        /** The oldest open request is done without a packet. */
        record Done() implements Event {}
    }

    private FakeGateway(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** A gateway whose link is up and that has no sessions yet. */
    public static FakeGateway connect(int port, String id) {
        try {
            FakeGateway gateway = new FakeGateway(port);
            Thread.ofVirtual().start(gateway::read);
            gateway.control(
                    LinkControl.newBuilder()
                            .setHello(
                                    Hello.newBuilder()
                                            .setGatewayId(id)
                                            .setSecret("mallard-development-secret")
                                            .setProtocolVersion(LinkFrameCodec.PROTOCOL_VERSION))
                            .build());
            gateway.control(BodyCase.WELCOME);
            return gateway;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Announces sessions as after a broken link, all with the number 1. */
    public void announce(int... userIds) {
        SessionsAnnounced.Builder sessions = SessionsAnnounced.newBuilder().setComplete(true);
        for (int userId : userIds) {
            sessions.addSessions(session(userId, 1));
        }
        control(LinkControl.newBuilder().setSessionsAnnounced(sessions).build());
    }

    /** Logs a user in and waits for the acknowledgement. */
    public FakeUser logIn(int userId, long sessionNumber) {
        openSession(userId, sessionNumber);
        accepted(userId, sessionNumber);
        return new FakeUser(this, userId, sessionNumber);
    }

    public FakeUser logIn(int userId) {
        return logIn(userId, 1);
    }

    /** The handle of a user whose session was announced. */
    public FakeUser user(int userId, long sessionNumber) {
        return new FakeUser(this, userId, sessionNumber);
    }

    public void openSession(int userId, long sessionNumber) {
        control(LinkControl.newBuilder().setSessionOpened(session(userId, sessionNumber)).build());
    }

    public void closeSession(int userId, long sessionNumber) {
        control(
                LinkControl.newBuilder()
                        .setSessionClosed(
                                SessionClosed.newBuilder()
                                        .setUserId(userId)
                                        .setSessionNumber(sessionNumber))
                        .build());
    }

    private static SessionOpened.Builder session(int userId, long sessionNumber) {
        return SessionOpened.newBuilder()
                .setUserId(userId)
                .setNickname("user" + userId)
                .setSessionNumber(sessionNumber);
    }

    /** Waits until a session is acknowledged, and says where the user is. */
    public Location accepted(int userId, long sessionNumber) {
        LinkControl message = control(BodyCase.SESSION_ACCEPTED);
        assertThat(message.getSessionAccepted().getUserId()).isEqualTo(userId);
        assertThat(message.getSessionAccepted().getSessionNumber()).isEqualTo(sessionNumber);
        return message.getSessionAccepted().getLocation();
    }

    public void control(LinkControl message) {
        send(new LinkFrame.Control(message));
    }

    /** The next control message, which has to be of a kind. */
    public LinkControl control(BodyCase kind) {
        LinkControl message = poll(controls);
        assertThat(message.getBodyCase()).isEqualTo(kind);
        return message;
    }

    void request(int userId, long sessionNumber, GamePacket packet) {
        int type = PacketCatalogue.get().typeOf(packet).id();
        send(
                new LinkFrame.Request(
                        type, userId, sessionNumber, Unpooled.wrappedBuffer(packet.toByteArray())));
    }

    Event next(int userId) {
        return poll(queue(userId));
    }

    static ErrorCode error(GamePacket packet) {
        String text = packet.getErrorNotification().getErrorMessage();
        assertThat(text).contains(": ");
        return ErrorCode.valueOf(text.substring(0, text.indexOf(':')));
    }

    private BlockingQueue<Event> queue(int userId) {
        return users.computeIfAbsent(userId, id -> new LinkedBlockingQueue<>());
    }

    private static <T> T poll(BlockingQueue<T> queue) {
        try {
            T element = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (element == null) {
                throw new AssertionError("nothing came in time");
            }
            return element;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** Sends a frame as it is. */
    public void raw(LinkFrame frame) {
        send(frame);
    }

    private synchronized void send(LinkFrame frame) {
        ByteBuf out = Unpooled.buffer();
        new LinkFrameCodec().encoder().encode(frame, out);
        try {
            out.readBytes(socket.getOutputStream(), out.readableBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read() {
        LinkFrameDecoder decoder = new LinkFrameDecoder();
        decoder.trust();
        ByteBuf received = Unpooled.buffer();
        try {
            while (received.writeBytes(socket.getInputStream(), 64 * 1024) >= 0) {
                LinkFrame frame = decoder.decode(received);
                while (frame != null) {
                    take(frame);
                    frame = decoder.decode(received);
                }
                received.discardReadBytes();
            }
        } catch (IOException | FrameException closed) {
            // The test has closed the link, or waits in vain for what it expects.
        }
    }

    private void take(LinkFrame frame) throws IOException {
        switch (frame) {
            case LinkFrame.Delivery delivery -> {
                GamePacket packet = GamePacket.parseFrom(delivery.payload().nioBuffer());
                for (int i = 0; i < delivery.recipientCount(); i++) {
                    queue(delivery.recipient(i)).add(new Event.Packet(false, packet));
                }
            }
            case LinkFrame.Answer answer ->
                    queue(answer.userId())
                            .add(
                                    new Event.Packet(
                                            answer.endsRequest(),
                                            GamePacket.parseFrom(answer.payload().nioBuffer())));
            case LinkFrame.Done done -> queue(done.userId()).add(new Event.Done());
            case LinkFrame.Control(LinkControl message) -> {
                if (message.hasHeartbeat()) {
                    control(
                            LinkControl.newBuilder()
                                    .setHeartbeat(Heartbeat.getDefaultInstance())
                                    .build());
                } else if (!message.hasHeartbeatEcho()) {
                    controls.add(message);
                }
            }
            case LinkFrame.Request request -> throw new AssertionError("a lobby asks nothing");
            case LinkFrame.TracedRequest traced -> throw new AssertionError("a lobby asks nothing");
        }
    }

    @Override
    public void close() {
        breakOff();
    }

    /** Breaks the link as a gateway that dies does. */
    public void breakOff() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
