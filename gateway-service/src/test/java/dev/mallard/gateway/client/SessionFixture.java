package dev.mallard.gateway.client;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import dev.mallard.protocol.client.ClientFrameDecoder;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.NettyConnection;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;

import org.mockito.MockSettings;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session on a connection that only remembers what is sent; everything runs in the test's thread. */
public final class SessionFixture {

    final SessionRegistry registry = new SessionRegistry(1);
    final SessionCounters counters = new SessionCounters();
    final List<GamePacket> sent = new CopyOnWriteArrayList<>();
    final List<ClientSession> ended = new ArrayList<>();
    final NettyConnection connection;
    private final SessionContext context;
    private ClientFrameDecoder decoder;
    private boolean open = true;
    ClientSession session;

    SessionFixture(Map<String, String> settings) {
        this(settings, withSettings());
    }

    private SessionFixture(Map<String, String> settings, MockSettings mocking) {
        connection = mock(NettyConnection.class, mocking);
        EventLoop loop = mock(DefaultEventLoop.class, mocking);
        when(loop.inEventLoop()).thenReturn(true);
        when(connection.loop()).thenReturn(loop);
        when(connection.isOpen()).thenAnswer(call -> open);
        when(connection.decoder()).thenAnswer(call -> decoder);
        doAnswer(call -> sent.add(call.getArgument(0))).when(connection).write(any());
        doAnswer(call -> open = false).when(connection).close();
        doAnswer(call -> open = false).when(connection).closeAfterFlush(any());
        SessionCloser closer =
                new SessionCloser(registry, List.of(ended::add), counters, Duration.ofSeconds(2));
        ClientProperties properties = ClientPropertiesTest.bind(settings);
        context =
                new SessionContext(
                        properties, closer, counters, new PacketTraffic(), Clock.systemUTC());
        decoder = newDecoder();
        session = newSession();
    }

    /** One whose calls are not remembered, for very many sessions one after the other. */
    public static SessionFixture forManySessions() {
        return new SessionFixture(Map.of(), withSettings().stubOnly());
    }

    private ClientFrameDecoder newDecoder() {
        ClientProperties properties = context.properties();
        return new ClientFrameDecoder(
                properties.protocolVersion(), (int) properties.payloadBeforeLogin().toBytes());
    }

    private ClientSession newSession() {
        ClientSession created =
                new ClientSession(1, connection, registry.loop(0), context, System.nanoTime());
        counters.opened(created.state().phase());
        registry.loop(0).add(created);
        return created;
    }

    /** Begins anew with another session. */
    public ClientSession another() {
        registry.loop(0).remove(session);
        open = true;
        sent.clear();
        ended.clear();
        decoder = newDecoder();
        session = newSession();
        return session;
    }

    /** The decoder of the session's connection. */
    public ClientFrameDecoder decoder() {
        return decoder;
    }

    public SessionCounters counters() {
        return counters;
    }

    /** What was sent to the client. */
    public List<GamePacket> sent() {
        return sent;
    }

    /** The identifiers of the errors that were sent, and the names of other packets. */
    List<String> sentNames() {
        return sent.stream()
                .map(
                        packet ->
                                packet.hasErrorNotification()
                                        ? packet.getErrorNotification()
                                                .getErrorMessage()
                                                .replaceAll(":.*", "")
                                        : packet.getPayloadCase().name())
                .toList();
    }
}
