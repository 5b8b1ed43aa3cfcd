package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.integration.ip.tcp.connection.TcpConnectionFailedEvent;
import org.springframework.integration.ip.tcp.connection.TcpConnectionInterceptorFactoryChain;
import org.springframework.integration.ip.tcp.connection.TcpConnectionOpenEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class NettyClientConnectionFactoryTest extends TransportFixture {

    private final RecordingHandler handler = new RecordingHandler();

    private NettyClientConnectionFactory started(int port, EventLoops loops) {
        return started(port, loops, TransportOptions.forLinks());
    }

    private NettyClientConnectionFactory started(
            int port, EventLoops loops, TransportOptions options) {
        var factory = clientFactory(port, loops.loop(loops.size() - 1), options);
        var adapter = new NettyReceivingChannelAdapter(handler);
        adapter.setConnectionFactory(factory);
        adapter.start();
        closing(adapter::stop);
        return factory;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aConnectionIsSharedAndLivesOnItsLoop() throws Exception {
        EventLoops loops = loops(3);
        var server = server(NettyConnection::write);
        var factory = started(server.getPort(), loops);
        NettyConnection connection = factory.getConnection();
        assertThat(connection.loop()).isSameAs(loops.loop(2)).isSameAs(factory.loop());
        assertThat(next(handler.opened)).isSameAs(connection);
        assertThat(factory.getConnection()).isSameAs(connection);
        assertThat(connection.isServer()).isFalse();
        assertThat(connection.getPort()).isEqualTo(server.getPort());
        assertThat(factory.getOpenConnectionIds()).containsExactly(connection.getConnectionId());
        connection.write("over");
        assertThat(next(handler.frames)).isEqualTo("over");
    }

    @Test
    void afterItsEndANewOneIsOpened() throws Exception {
        var server = server(NettyConnection::write);
        var factory = started(server.getPort(), loops(1));
        NettyConnection first = factory.getConnection();
        first.close();
        assertThat(next(handler.closed)).isSameAs(first);
        NettyConnection second = factory.getConnection();
        assertThat(second).isNotSameAs(first);
        assertThat(second.isOpen()).isTrue();
        assertThat(factory.getOpenConnectionIds()).containsExactly(second.getConnectionId());
    }

    @Test
    void theFirstFrameFromAServerThatSpeaksFirstIsDelivered() throws Exception {
        var server =
                server(
                        new RecordingHandler() {
                            @Override
                            public void onOpen(NettyConnection connection) {
                                connection.write("welcome");
                            }
                        });
        started(server.getPort(), loops(1)).getConnection();
        assertThat(next(handler.frames)).isEqualTo("welcome");
    }

    @Test
    void aRefusalIsQuietAndPublished() throws Exception {
        int port = closedPort();
        var factory = started(port, loops(1));
        assertThatExceptionOfType(ConnectFailedException.class)
                .isThrownBy(factory::getConnection)
                .withMessageStartingWith("Cannot connect to 127.0.0.1:" + port + ": ")
                .withMessageContaining("refused")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty())
                .satisfies(e -> assertThat(e.answered()).isTrue());
        assertThat(eventsOf(TcpConnectionFailedEvent.class)).hasSize(1);
        assertThat(eventsOf(TcpConnectionOpenEvent.class)).isEmpty();
        assertThat(handler.opened).isEmpty();
    }

    @Test
    void anUnknownHostIsNamed() {
        var factory =
                new NettyClientConnectionFactory(
                        "unknown.invalid",
                        1,
                        loops(1).loop(0),
                        new TextCodec(),
                        TransportOptions.forLinks());
        factory.registerListener(message -> {});
        factory.start();
        closing(factory::stop);
        assertThatExceptionOfType(ConnectFailedException.class)
                .isThrownBy(factory::getConnection)
                .withMessage("Cannot connect to unknown.invalid:1: unknown host")
                .satisfies(e -> assertThat(e.answered()).isFalse());
    }

    @Test
    void aConnectionThatIsNotReadyInTimeIsGivenUp() throws Exception {
        var server = server(handler);
        var factory =
                started(
                        server.getPort(),
                        loops(1),
                        TransportOptions.forLinks().withConnectTimeout(Duration.ofMillis(100)));
        CountDownLatch held = new CountDownLatch(1);
        InetSocketAddress nobody = new InetSocketAddress(0);
        factory.setChannelCustomizer(
                channel -> channel.pipeline().addLast(new FirstByte(nobody, held)));
        assertThatExceptionOfType(ConnectFailedException.class)
                .isThrownBy(factory::getConnection)
                .withMessageContaining("no connection within 100 ms")
                .satisfies(e -> assertThat(e.answered()).isFalse());
        NettyConnection accepted = next(handler.opened);
        assertThat(next(handler.closed)).isSameAs(accepted);
        assertThat(handler.opened).isEmpty();
    }

    @Test
    void aConnectionThatEndsBeforeItIsReadyFailsAtOnce() throws Exception {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setAdmission(remote -> false);
        start(server, handler);
        var factory = started(server.getPort(), loops(1));
        CountDownLatch held = new CountDownLatch(1);
        InetSocketAddress nobody = new InetSocketAddress(0);
        factory.setChannelCustomizer(
                channel -> {
                    channel.pipeline().addLast(new FirstByte(nobody, held));
                    channel.config().setAutoRead(true);
                });
        assertThatExceptionOfType(ConnectFailedException.class)
                .isThrownBy(factory::getConnection)
                .withMessageContaining("closed before it was ready")
                .satisfies(e -> assertThat(e.answered()).isTrue());
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        var server = server(handler);
        var factory =
                started(
                        server.getPort(),
                        loops(1),
                        TransportOptions.forLinks().withConnectTimeout(Duration.ofSeconds(30)));
        CountDownLatch held = new CountDownLatch(1);
        InetSocketAddress nobody = new InetSocketAddress(0);
        factory.setChannelCustomizer(
                channel -> channel.pipeline().addLast(new FirstByte(nobody, held)));
        var outcome = new java.util.concurrent.CompletableFuture<Throwable>();
        Thread waiting =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        factory.getConnection();
                                    } catch (Exception e) {
                                        outcome.complete(e);
                                    }
                                });
        held.await();
        waiting.interrupt();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(ConnectFailedException.class);
    }

    @Test
    void aLoopMayNotWait() throws Exception {
        EventLoops loops = loops(2);
        var factory = started(closedPort(), loops);
        for (int i = 0; i < 2; i++) {
            loops.loop(i)
                    .submit(
                            () ->
                                    assertThatIllegalStateException()
                                            .isThrownBy(factory::getConnection))
                    .get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aFactoryThatIsNotRunningOpensNothing() throws Exception {
        var server = server(handler);
        var factory =
                clientFactory(server.getPort(), loops(1).loop(0), TransportOptions.forLinks());
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(factory::getConnection);
        factory.registerListener(message -> {});
        factory.start();
        NettyConnection connection = factory.getConnection();
        factory.stop();
        next(handler.opened);
        next(handler.closed);
        assertThat(connection.isOpen()).isFalse();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(factory::getConnection);
    }

    @Test
    void whatIsNotSupportedIsRefused() {
        var factory = clientFactory(1, loops(1).loop(0), TransportOptions.forLinks());
        var chain = new TcpConnectionInterceptorFactoryChain();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> factory.setSingleUse(true));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(factory::enableManualListenerRegistration);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> factory.setInterceptorFactoryChain(chain));
        factory.setSingleUse(false);
        assertThat(factory.isSingleUse()).isFalse();
    }
}
