package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.integration.ip.tcp.connection.TcpConnectionOpenEvent;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

class ConnectionAdmissionTest extends TransportFixture {

    private final RecordingHandler handler = new RecordingHandler();

    @Test
    void whoIsNotAdmittedIsClosedUnseen() throws Exception {
        BlockingQueue<InetSocketAddress> released = new LinkedBlockingQueue<>();
        Set<InetSocketAddress> asked = ConcurrentHashMap.newKeySet();
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setAdmission(
                new ConnectionAdmission() {
                    @Override
                    public boolean admit(InetSocketAddress remote) {
                        asked.add(remote);
                        return asked.size() != 2;
                    }

                    @Override
                    public void released(InetSocketAddress remote) {
                        released.add(remote);
                    }
                });
        start(server, handler);
        var first = connect(server);
        next(handler.opened);
        var refused = connect(server);
        assertThat(refused.isEnded()).isTrue();
        var third = connect(server);
        next(handler.opened);
        assertThat(server.getOpenConnectionIds()).hasSize(2);
        assertThat(eventsOf(TcpConnectionOpenEvent.class)).hasSize(2);
        assertThat(released).isEmpty();

        var address = first.socket.getLocalSocketAddress();
        first.close();
        assertThat(next(released)).isEqualTo(address);
        var lastAddress = third.socket.getLocalSocketAddress();
        third.close();
        assertThat(next(released)).isEqualTo(lastAddress);
        assertThat(released).isEmpty();
    }

    @Test
    void anAdmissionThatFailsAdmitsNobody() throws Exception {
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setAdmission(
                remote -> {
                    throw new IllegalStateException("on purpose");
                });
        start(server, handler);
        assertThat(connect(server).isEnded()).isTrue();
        assertThat(server.isListening()).isTrue();
    }

    @Test
    void anAdmittedConnectionThatCannotBeSetUpIsReleased() throws Exception {
        BlockingQueue<InetSocketAddress> released = new LinkedBlockingQueue<>();
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setAdmission(
                new ConnectionAdmission() {
                    @Override
                    public boolean admit(InetSocketAddress remote) {
                        return true;
                    }

                    @Override
                    public void released(InetSocketAddress remote) {
                        released.add(remote);
                    }
                });
        server.setChannelCustomizer(
                channel -> {
                    throw new IllegalStateException("on purpose");
                });
        start(server, handler);
        assertThat(connect(server).isEnded()).isTrue();
        next(released);
        assertThat(handler.opened).isEmpty();
    }

    @Test
    void whileShuttingDownNewConnectionsAreTurnedAway() throws Exception {
        var server = server(handler);
        server.beforeShutdown();
        assertThat(connect(server).isEnded()).isTrue();
        assertThat(handler.opened).isEmpty();
    }
}
