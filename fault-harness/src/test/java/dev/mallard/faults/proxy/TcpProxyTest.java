package dev.mallard.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mallard.faults.cluster.FreePorts;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

@Timeout(60)
class TcpProxyTest {

    private final MultiThreadIoEventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private ServerSocket server;
    private TcpProxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        int port = FreePorts.find(1).getFirst();
        proxy = new TcpProxy(port, server.getLocalPort(), (EventLoop) group.next());
        proxy.open();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** The two ends of a connection through the proxy. */
    private record Ends(Socket client, Socket server) {

        void send(String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        void answer(String text) throws IOException {
            server.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        static String read(Socket socket, int count) throws IOException {
            return new String(socket.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private Ends connected() throws IOException {
        Socket client = connect();
        client.setSoTimeout(5_000);
        Socket accepted = server.accept();
        accepted.setSoTimeout(5_000);
        return new Ends(client, accepted);
    }

    @Test
    void everythingPassesBothWaysAndSoDoesTheEnd() throws IOException {
        Ends ends = connected();
        ends.send("quack");
        assertThat(Ends.read(ends.server(), 5)).isEqualTo("quack");
        ends.answer("moo");
        assertThat(Ends.read(ends.client(), 3)).isEqualTo("moo");
        ends.answer("bye");
        ends.server().close();
        assertThat(Ends.read(ends.client(), 10)).isEqualTo("bye");
        ends.client().close();
        await().until(() -> proxy.connections() == 0);
    }

    @Test
    void muchPassesUnharmed() throws Exception {
        Ends ends = connected();
        byte[] much = new byte[5_000_000];
        for (int i = 0; i < much.length; i++) {
            much[i] = (byte) (i * 31 >> 3);
        }
        Thread sender =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        ends.client().getOutputStream().write(much);
                                    } catch (IOException broken) {
                                        throw new UncheckedIOException(broken);
                                    }
                                });
        assertThat(ends.server().getInputStream().readNBytes(much.length)).isEqualTo(much);
        sender.join();
    }

    @Test
    void aDelayHoldsBackEachWay() throws IOException {
        Ends ends = connected();
        proxy.disturb(new Disturbance.Delay(Duration.ofMillis(150)));
        long begin = System.nanoTime();
        ends.send("x");
        assertThat(Ends.read(ends.server(), 1)).isEqualTo("x");
        assertThat(millisSince(begin)).isGreaterThanOrEqualTo(150);
        ends.answer("y");
        assertThat(Ends.read(ends.client(), 1)).isEqualTo("y");
        assertThat(millisSince(begin)).isGreaterThanOrEqualTo(300);
    }

    @Test
    void aNarrowWayTakesItsTime() throws IOException {
        Ends ends = connected();
        proxy.disturb(new Disturbance.Bandwidth(10_000));
        long begin = System.nanoTime();
        ends.send("x".repeat(4_000));
        assertThat(Ends.read(ends.server(), 4_000)).hasSize(4_000);
        assertThat(millisSince(begin)).isGreaterThanOrEqualTo(390);
    }

    @Test
    void heldBytesArriveLater() throws IOException {
        Ends ends = connected();
        proxy.disturb(new Disturbance.Hold());
        ends.send("held");
        ends.server().setSoTimeout(200);
        assertThatThrownBy(() -> Ends.read(ends.server(), 1))
                .isInstanceOf(SocketTimeoutException.class);
        ends.server().setSoTimeout(5_000);
        proxy.heal();
        assertThat(Ends.read(ends.server(), 4)).isEqualTo("held");
    }

    @Test
    void heldEndsArriveLater() throws IOException {
        Ends ends = connected();
        proxy.disturb(new Disturbance.Hold());
        ends.client().close();
        ends.server().setSoTimeout(200);
        assertThatThrownBy(() -> Ends.read(ends.server(), 1))
                .isInstanceOf(SocketTimeoutException.class);
        proxy.heal();
        ends.server().setSoTimeout(5_000);
        assertThat(ends.server().getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void swallowedBytesNeverArriveAndTheConnectionIsResetInTheEnd() throws IOException {
        Ends ends = connected();
        proxy.disturb(new Disturbance.Swallow());
        ends.send("lost");
        ends.server().setSoTimeout(200);
        assertThatThrownBy(() -> Ends.read(ends.server(), 1))
                .isInstanceOf(SocketTimeoutException.class);
        ends.server().setSoTimeout(5_000);
        proxy.heal();
        assertThatThrownBy(() -> Ends.read(ends.server(), 1)).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> Ends.read(ends.client(), 1)).isInstanceOf(SocketException.class);
        Ends next = connected();
        next.send("found");
        assertThat(Ends.read(next.server(), 5)).isEqualTo("found");
    }

    @Test
    void aConnectionThatHasLostNothingSurvives() throws IOException {
        Ends ends = connected();
        ends.send("a");
        assertThat(Ends.read(ends.server(), 1)).isEqualTo("a");
        proxy.disturb(new Disturbance.Swallow());
        proxy.heal();
        ends.send("b");
        assertThat(Ends.read(ends.server(), 1)).isEqualTo("b");
    }

    @Test
    void nobodyIsToldOfAnEndWhileBytesAreSwallowed() throws IOException {
        Ends ends = connected();
        proxy.disturb(new Disturbance.Swallow());
        ends.client().close();
        ends.server().setSoTimeout(200);
        assertThatThrownBy(() -> Ends.read(ends.server(), 1))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void resetsReachBothEnds() throws IOException {
        Ends ends = connected();
        await().until(() -> proxy.connections() == 1);
        proxy.reset();
        for (Socket socket : List.of(ends.client(), ends.server())) {
            assertThatThrownBy(() -> Ends.read(socket, 1))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        connected().client().close();
    }

    @Test
    void aClosedPortRefusesNewConnectionsOnly() throws IOException {
        Ends ends = connected();
        proxy.refuse();
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        ends.send("still here");
        assertThat(Ends.read(ends.server(), 10)).isEqualTo("still here");
        proxy.heal();
        connected().client().close();
    }

    @Test
    void aConnectionToNobodyIsReset() throws IOException {
        server.close();
        Socket client = connect();
        client.setSoTimeout(5_000);
        assertThatThrownBy(() -> Ends.read(client, 1)).isInstanceOf(SocketException.class);
        await().until(() -> proxy.connections() == 0);
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
