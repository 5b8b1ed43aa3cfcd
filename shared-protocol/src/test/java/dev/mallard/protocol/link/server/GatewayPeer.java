package dev.mallard.protocol.link.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.LinkFrameDecoder;
import dev.mallard.protocol.link.message.Hello;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.SessionsAnnounced;
import dev.mallard.transport.FrameException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Predicate;

/** A gateway's end of a link on a plain socket: blocking, byte by byte, for tests. */
final class GatewayPeer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final LinkFrameDecoder decoder = new LinkFrameDecoder();
    private final ByteBuf received = Unpooled.buffer();

    GatewayPeer(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** A peer on a socket that is connected already. */
    GatewayPeer(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(PATIENCE_MILLIS);
        decoder.trust();
    }

    /** A peer whose handshake is through. */
    static GatewayPeer open(int port, String gatewayId, String secret) throws IOException {
        GatewayPeer peer = new GatewayPeer(port);
        peer.hello(gatewayId, secret);
        assertThat(peer.control(BodyCase.WELCOME)).isNotNull();
        return peer;
    }

    void hello(String gatewayId, String secret) throws IOException {
        control(
                LinkControl.newBuilder()
                        .setHello(
                                Hello.newBuilder()
                                        .setGatewayId(gatewayId)
                                        .setSecret(secret)
                                        .setProtocolVersion(LinkFrameCodec.PROTOCOL_VERSION))
                        .build());
    }

    void logIn(int userId, long sessionNumber) throws IOException {
        control(LinkControl.newBuilder().setSessionOpened(session(userId, sessionNumber)).build());
    }

    void announce(int userId, long sessionNumber) throws IOException {
        control(
                LinkControl.newBuilder()
                        .setSessionsAnnounced(
                                SessionsAnnounced.newBuilder()
                                        .addSessions(session(userId, sessionNumber))
                                        .setComplete(true))
                        .build());
    }

    private static SessionOpened.Builder session(int userId, long sessionNumber) {
        return SessionOpened.newBuilder()
                .setUserId(userId)
                .setNickname("user" + userId)
                .setSessionNumber(sessionNumber);
    }

    void control(LinkControl message) throws IOException {
        send(new LinkFrame.Control(message));
    }

    void send(LinkFrame frame) throws IOException {
        ByteBuf out = Unpooled.buffer();
        new LinkFrameCodec().encoder().encode(frame, out);
        raw(out);
    }

    void raw(ByteBuf bytes) throws IOException {
        bytes.readBytes(socket.getOutputStream(), bytes.readableBytes());
    }

    /** The next control message of a kind; what comes before it is skipped. */
    LinkControl control(BodyCase kind) throws IOException {
        LinkFrame frame =
                await(
                        candidate ->
                                candidate instanceof LinkFrame.Control(LinkControl message)
                                        && message.getBodyCase() == kind);
        return ((LinkFrame.Control) frame).message();
    }

    /** The next frame that fits; fails when none comes in time or the link ends. */
    LinkFrame await(Predicate<LinkFrame> wanted) throws IOException {
        while (true) {
            LinkFrame frame = next();
            if (frame == null) {
                throw new IOException("the link has ended");
            }
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }

    /** Whether the service closes the link, whatever it sends before. */
    boolean ends() throws IOException {
        while (true) {
            if (next() == null) {
                return true;
            }
        }
    }

    private @Nullable LinkFrame next() throws IOException {
        while (true) {
            LinkFrame frame = decode();
            if (frame != null) {
                return frame;
            }
            int read = received.writeBytes(socket.getInputStream(), 4096);
            if (read < 0) {
                return null;
            }
        }
    }

    private @Nullable LinkFrame decode() throws IOException {
        try {
            return decoder.decode(received);
        } catch (FrameException malformed) {
            throw new IOException(malformed);
        }
    }

    /** Breaks the link as a gateway that dies does. */
    void breakOff() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
