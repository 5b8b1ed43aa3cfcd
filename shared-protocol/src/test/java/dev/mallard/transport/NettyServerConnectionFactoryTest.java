package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.integration.ip.tcp.connection.TcpConnectionOpenEvent;
import org.springframework.integration.ip.tcp.connection.TcpConnectionServerExceptionEvent;
import org.springframework.integration.ip.tcp.connection.TcpConnectionServerListeningEvent;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;

class NettyServerConnectionFactoryTest extends TransportFixture {

    private final RecordingHandler handler = new RecordingHandler();

    @Test
    void aFreePortIsKnownAndPublishedWhenStarted() throws Exception {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        assertThat(server.getPort()).isZero();
        assertThat(server.getServerSocketAddress()).isNull();
        start(server, handler);
        assertThat(server.getPort()).isPositive();
        assertThat(server.isListening()).isTrue();
        assertThat(eventsOf(TcpConnectionServerListeningEvent.class))
                .singleElement()
                .extracting(event -> ((TcpConnectionServerListeningEvent) event).getPort())
                .isEqualTo(server.getPort());
        connect(server);
        next(handler.opened);
    }

    @Test
    void aPortInUseStopsTheStartWithOneClearLine() throws Exception {
        ServerSocket taken = closing(new ServerSocket(0));
        int port = taken.getLocalPort();
        var server = serverFactory(port, loops(1), TransportOptions.forClients());
        var adapter = new NettyReceivingChannelAdapter(handler);
        adapter.setConnectionFactory(server);
        assertThatExceptionOfType(ServerBindException.class)
                .isThrownBy(adapter::start)
                .withMessageStartingWith("Cannot listen on port " + port + " (any address): ")
                .withMessageContaining("in use")
                .satisfies(e -> assertThat(e.port()).isEqualTo(port));
        assertThat(adapter.isRunning()).isFalse();
        assertThat(server.isRunning()).isFalse();
        assertThat(server.isListening()).isFalse();
        assertThat(eventsOf(TcpConnectionServerExceptionEvent.class)).hasSize(1);

        taken.close();
        adapter.start();
        assertThat(server.isListening()).isTrue();
        adapter.stop();
    }

    @Test
    void itListensOnTheGivenAddressOnly() throws Exception {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setLocalAddress("127.0.0.2");
        start(server, handler);
        assertThat(server.getServerSocketAddress())
                .isEqualTo(new InetSocketAddress("127.0.0.2", server.getPort()));
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(server));
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setLocalAddress("192.0.2.1");
        server.registerListener(message -> {});
        assertThatExceptionOfType(ServerBindException.class)
                .isThrownBy(server::start)
                .withMessageContaining("(192.0.2.1)");
    }

    @Test
    void itNeedsAListener() {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        assertThatIllegalStateException().isThrownBy(server::start).withMessageContaining("listen");
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void itCannotBeStartedOnALoop() throws Exception {
        EventLoops loops = loops(1);
        var server = serverFactory(loops, TransportOptions.forClients());
        server.registerListener(message -> {});
        var failure =
                loops.loop(0)
                        .submit(
                                () ->
                                        assertThatIllegalStateException()
                                                .isThrownBy(server::start)
                                                .withMessageContaining("event loop"));
        failure.get(10, TimeUnit.SECONDS);
    }

    @Test
    void connectionsAreKnownUntilTheyClose() throws Exception {
        var server = server(handler);
        var first = connect(server);
        NettyConnection one = next(handler.opened);
        connect(server);
        NettyConnection two = next(handler.opened);
        assertThat(server.getOpenConnectionIds())
                .containsExactlyInAnyOrder(one.getConnectionId(), two.getConnectionId());
        assertThat(one.getConnectionId()).isNotEqualTo(two.getConnectionId());

        first.close();
        next(handler.closed);
        assertThat(server.getOpenConnectionIds()).containsExactly(two.getConnectionId());
        assertThat(server.closeConnection(two.getConnectionId())).isTrue();
        assertThat(next(handler.closed)).isSameAs(two);
        assertThat(server.getOpenConnectionIds()).isEmpty();
        assertThat(server.closeConnection(two.getConnectionId())).isFalse();
    }

    @Test
    void aConnectionKnowsWhereItComesFrom() throws Exception {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setBeanName("players");
        start(server, handler);
        var client = connect(server);
        NettyConnection connection = next(handler.opened);
        assertThat(connection.isServer()).isTrue();
        assertThat(connection.getConnectionFactoryName()).isEqualTo("players");
        assertThat(connection.getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(connection.getHostName()).isEqualTo("127.0.0.1");
        assertThat(connection.getPort()).isEqualTo(client.socket.getLocalPort());
        assertThat(connection.remoteAddress()).isEqualTo(client.socket.getLocalSocketAddress());
        assertThat(connection.getSslSession()).isNull();
        assertThat(connection.getPayload()).isNull();
        assertThat(connection).hasToString("NettyConnection:" + connection.getConnectionId());
        TcpConnectionOpenEvent event =
                (TcpConnectionOpenEvent) eventsOf(TcpConnectionOpenEvent.class).getFirst();
        assertThat(event.getConnectionId()).isEqualTo(connection.getConnectionId());
        assertThat(event.getConnectionFactoryName()).isEqualTo("players");
    }

    @Test
    void itStopsAcceptingWhileConnectionsLiveOn() throws Exception {
        var server = server(NettyConnection::write);
        var client = connect(server);
        client.send("before");
        assertThat(client.receive()).isEqualTo("before");
        server.stopAccepting();
        server.stopAccepting();
        assertThat(server.isListening()).isFalse();
        assertThatExceptionOfType(SocketException.class).isThrownBy(() -> connect(server));
        client.send("after");
        assertThat(client.receive()).isEqualTo("after");
        server.stop();
        assertThat(client.isEnded()).isTrue();
    }

    @Test
    void itCanBeStartedAgain() throws Exception {
        var server = server(handler);
        var client = connect(server);
        next(handler.opened);
        server.stop();
        next(handler.closed);
        assertThat(client.isEnded()).isTrue();
        assertThat(server.isRunning()).isFalse();
        server.start();
        connect(server);
        next(handler.opened);
    }

    @Test
    void connectionsAreSpreadOverTheLoops() throws Exception {
        EventLoops loops = loops(2);
        var server = serverFactory(loops, TransportOptions.forClients());
        start(server, handler);
        int[] perLoop = new int[2];
        for (int i = 0; i < 10; i++) {
            connect(server);
            perLoop[loops.indexOf(next(handler.opened).loop())]++;
        }
        assertThat(perLoop).doesNotContain(0);
    }

    @Test
    void interceptorsAndSingleUseAreRefused() {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        var chain =
                new org.springframework.integration.ip.tcp.connection
                        .TcpConnectionInterceptorFactoryChain();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> server.setInterceptorFactoryChain(chain));
        server.registerListener(message -> {});
        server.setSingleUse(true);
        assertThatIllegalStateException().isThrownBy(server::start);
    }

    @Test
    void manyConnectionsKeepTheirOrder() throws Exception {
        int count = 64;
        int each = 200;
        var server = server(NettyConnection::write);
        String[] texts = new String[each];
        for (int i = 0; i < each; i++) {
            texts[i] = "frame " + i;
        }
        var clients = new RawClient[count];
        for (int i = 0; i < count; i++) {
            clients[i] = connect(server);
        }
        for (RawClient client : clients) {
            client.send(texts);
        }
        for (RawClient client : clients) {
            for (String text : texts) {
                assertThat(client.receive()).isEqualTo(text);
            }
        }
        await().untilAsserted(() -> assertThat(allocatedBytes()).isZero());
    }
}
