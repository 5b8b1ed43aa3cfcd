package dev.mallard.gateway.client;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.NettyConnection;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session on a connection that only remembers what is sent; everything runs in the test's thread. */
final class SessionFixture {

    final SessionRegistry registry = new SessionRegistry(1);
    final SessionCounters counters = new SessionCounters();
    final List<GamePacket> sent = new CopyOnWriteArrayList<>();
    final List<ClientSession> ended = new ArrayList<>();
    final NettyConnection connection = mock(NettyConnection.class);
    final ClientSession session;

    SessionFixture(Map<String, String> settings) {
        EventLoop loop = mock(DefaultEventLoop.class);
        when(loop.inEventLoop()).thenReturn(true);
        when(connection.loop()).thenReturn(loop);
        when(connection.isOpen()).thenReturn(true);
        doAnswer(call -> sent.add(call.getArgument(0))).when(connection).write(any());
        SessionCloser closer =
                new SessionCloser(registry, List.of(ended::add), counters, Duration.ofSeconds(2));
        ClientProperties properties = ClientPropertiesTest.bind(settings);
        session =
                new ClientSession(
                        1,
                        connection,
                        registry.loop(0),
                        new SessionContext(
                                properties,
                                closer,
                                counters,
                                new PacketTraffic(),
                                Clock.systemUTC()),
                        0);
        counters.opened(session.state().phase());
        registry.loop(0).add(session);
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
