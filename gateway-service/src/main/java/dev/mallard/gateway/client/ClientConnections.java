package dev.mallard.gateway.client;

import dev.mallard.protocol.client.ClientFrame;
import dev.mallard.protocol.client.ClientFrameException;
import dev.mallard.transport.EventLoops;
import dev.mallard.transport.FrameException;
import dev.mallard.transport.FrameHandler;
import dev.mallard.transport.NettyConnection;

import java.util.concurrent.atomic.AtomicLong;

/** Makes a session of each client connection, and hands its packets on. Event loops. */
final class ClientConnections implements FrameHandler {

    private final EventLoops eventLoops;
    private final SessionRegistry registry;
    private final SessionContext context;
    private final PacketReceiver receiver;
    private final int headerLength;
    private final AtomicLong sessionIds = new AtomicLong();

    ClientConnections(
            EventLoops eventLoops,
            SessionRegistry registry,
            SessionContext context,
            PacketReceiver receiver) {
        this.eventLoops = eventLoops;
        this.registry = registry;
        this.context = context;
        this.receiver = receiver;
        this.headerLength = OutboundQueue.headerLength(context.properties());
    }

    @Override
    public void onOpen(NettyConnection connection) {
        LoopSessions loop = registry.loop(eventLoops.indexOf(connection.loop()));
        ClientSession session =
                new ClientSession(
                        sessionIds.incrementAndGet(), connection, loop, context, System.nanoTime());
        connection.attach(session);
        context.counters().opened(session.state().phase());
        loop.add(session);
    }

    @Override
    public void onFrame(NettyConnection connection, Object frame) {
        ClientFrame packet = (ClientFrame) frame;
        int frameBytes = headerLength + packet.payload().readableBytes();
        ClientSession session = session(connection);
        context.traffic().received(session.loopSessions().loop(), packet.packetType(), frameBytes);
        if (session.admits(frameBytes, System.nanoTime())) {
            receiver.receive(session, packet);
        }
    }

    @Override
    public void onDecodeFailure(NettyConnection connection, FrameException failure) {
        session(connection).close(reason(failure));
    }

    private static DisconnectReason reason(FrameException failure) {
        if (failure instanceof ClientFrameException refused) {
            return switch (refused.fault()) {
                case WRONG_VERSION -> DisconnectReason.WRONG_VERSION;
                case FRAME_TOO_LARGE -> DisconnectReason.FRAME_TOO_LARGE;
            };
        }
        return DisconnectReason.INTERNAL_ERROR;
    }

    @Override
    public void onClosed(NettyConnection connection) {
        ClientSession session = session(connection);
        session.close(DisconnectReason.CLIENT_CLOSED);
        session.loopSessions().remove(session);
        context.counters().closed(session.state().phase());
    }

    private static ClientSession session(NettyConnection connection) {
        if (connection.attachment() instanceof ClientSession session) {
            return session;
        }
        throw new IllegalStateException("a connection that was never opened");
    }
}
