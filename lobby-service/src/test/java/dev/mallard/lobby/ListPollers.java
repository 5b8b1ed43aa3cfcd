package dev.mallard.lobby;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.transport.FrameException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A gateway whose users ask for the room list at a steady rate. It looks at no list, so that it costs little
 * next to the lobby, and knows how much processor time that was.
 */
final class ListPollers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final CountDownLatch accepted;
    private final Map<Integer, Long> asked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    /** One answer: when it came, how long it took, and how large it was. */
    record Answer(long atNanos, Duration took, int bytes) {}

    ListPollers(int port, int users) throws IOException, InterruptedException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.accepted = new CountDownLatch(users);
        this.reader = Thread.ofPlatform().daemon().start(this::read);
        send(
                control(
                        LinkControl.newBuilder()
                                .setHello(
                                        Hello.newBuilder()
                                                .setGatewayId("pollers")
                                                .setSecret("mallard-development-secret")
                                                .setProtocolVersion(
                                                        LinkFrameCodec.PROTOCOL_VERSION))));
        for (int user = 1; user <= users; user++) {
            send(
                    control(
                            LinkControl.newBuilder()
                                    .setSessionOpened(
                                            SessionOpened.newBuilder()
                                                    .setUserId(user)
                                                    .setNickname("user" + user)
                                                    .setSessionNumber(1))));
        }
        if (!accepted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the lobby does not take the users");
        }
    }

    private static LinkFrame control(LinkControl.Builder message) {
        return new LinkFrame.Control(message.build());
    }

    /** Has one user ask for the list. */
    void ask(int user) {
        asked.put(user, System.nanoTime());
        send(
                new LinkFrame.Request(
                        PacketType.GET_ROOM_LIST_REQUEST.id(), user, 1, Unpooled.EMPTY_BUFFER));
    }

    /** Asks with one user after the other, evenly over the time. */
    void poll(int users, int perSecond, Duration time) {
        long start = System.nanoTime();
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long asks = time.toNanos() / interval;
        for (long i = 0; i < asks; i++) {
            LockSupport.parkNanos(start + i * interval - System.nanoTime());
            if (i % perSecond == 0) {
                send(
                        control(
                                LinkControl.newBuilder()
                                        .setHeartbeat(Heartbeat.getDefaultInstance())));
            }
            ask((int) (i % users) + 1);
        }
    }

    /** All answers until now. */
    ConcurrentLinkedQueue<Answer> answers() {
        return answers;
    }

    int unanswered() {
        return asked.size();
    }

    /** Processor time of the reading side until now. */
    Duration cpuTime() {
        return Duration.ofNanos(
                ManagementFactory.getThreadMXBean().getThreadCpuTime(reader.threadId()));
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
            while (received.writeBytes(socket.getInputStream(), 256 * 1024) >= 0) {
                for (LinkFrame frame = decoder.decode(received);
                        frame != null;
                        frame = decoder.decode(received)) {
                    take(frame);
                }
                received.discardReadBytes();
            }
        } catch (IOException | FrameException closed) {
            // The test has closed the link, or waits in vain for what it expects.
        }
    }

    private void take(LinkFrame frame) {
        if (frame instanceof LinkFrame.Answer answer) {
            long now = System.nanoTime();
            Long start = asked.remove(answer.userId());
            if (start != null) {
                answers.add(
                        new Answer(
                                now,
                                Duration.ofNanos(now - start),
                                answer.payload().readableBytes()));
            }
        } else if (frame instanceof LinkFrame.Control(LinkControl message)
                && message.hasSessionAccepted()) {
            accepted.countDown();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
