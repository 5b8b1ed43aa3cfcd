package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.integration.ip.tcp.connection.TcpConnectionOpenEvent;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

class ChannelCustomizerTest extends TransportFixture {

    private final RecordingHandler handler = new RecordingHandler();

    @Test
    void aHandlerInFrontMayHoldTheOpeningBackAndNameThePeer() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        InetSocketAddress real = new InetSocketAddress(InetAddress.getByName("192.0.2.7"), 1234);
        var server = serverFactory(loops(1), TransportOptions.forClients());
        server.setChannelCustomizer(
                channel -> {
                    countAllocations(channel);
                    channel.pipeline().addLast(new FirstByte(real, held));
                });
        start(server, handler);
        var client = connect(server);
        held.await();
        assertThat(handler.opened).isEmpty();
        client.sendBytes((byte) '!');
        client.send("behind the header");
        NettyConnection connection = next(handler.opened);
        assertThat(connection.getHostAddress()).isEqualTo("192.0.2.7");
        assertThat(connection.getPort()).isEqualTo(1234);
        assertThat(next(handler.frames)).isEqualTo("behind the header");
    }

    @Test
    void aConnectionThatNeverOpensIsNotReported() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        InetSocketAddress real = new InetSocketAddress(0);
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
                channel -> channel.pipeline().addLast(new FirstByte(real, held)));
        start(server, handler);
        connect(server).close();
        next(released);
        assertThat(handler.opened).isEmpty();
        assertThat(handler.closed).isEmpty();
        assertThat(events).noneMatch(TcpConnectionOpenEvent.class::isInstance);
    }
}
