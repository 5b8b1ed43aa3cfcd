package dev.mallard.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.gateway.client.ClientListener;
import dev.mallard.gateway.client.ConnectionLimits;
import dev.mallard.gateway.client.ConnectionRefusal;
import dev.mallard.gateway.client.ConnectionRefusals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** More connections than there may be, or than there is memory for, and a player who is in already. */
@Timeout(120)
class ConnectionFloodIntegrationTest {

    private static final int TOTAL = 60;
    private static final int PER_ADDRESS = 20;
    private static final int ADDRESSES = 10;
    private static final int BALLAST_BYTES = 160 * 1024 * 1024;

    private final FakeService lobby = new FakeService("lobby", "lobby-1").start();
    private final FakeService game = new FakeService("game", "game-1").start();

    @AfterEach
    void stop() {
        lobby.close();
        game.close();
    }

    /** A connection from one of the addresses of this machine. */
    private static Socket connect(RunningGateway gateway, int address) throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(),
                gateway.bean(ClientListener.class).port(),
                InetAddress.getByName("127.0.0." + address),
                0);
    }

    @Test
    void bothCapsHoldAndThePlayerStays() throws Exception {
        try (RunningGateway gateway =
                        new RunningGateway(
                                        lobby.address(),
                                        game.address(),
                                        "mallard.gateway.client.connections.total=" + TOTAL,
                                        "mallard.gateway.client.connections.per-address="
                                                + PER_ADDRESS)
                                .awaitLinks();
                Innocent innocent = new Innocent(gateway, lobby)) {
            List<Socket> flood = new ArrayList<>();
            innocent.endures(
                    () -> {
                        for (int i = 0; i < 10 * TOTAL; i++) {
                            flood.add(connect(gateway, 2 + i % ADDRESSES));
                        }
                        await().until(() -> refused(gateway) == 10 * TOTAL - (TOTAL - 1));
                    });
            assertThat(gateway.bean(ConnectionLimits.class).open()).isEqualTo(TOTAL);
            for (int i = 0; i < PER_ADDRESS + 1; i++) {
                flood.add(connect(gateway, 2));
            }
            for (Socket socket : flood) {
                socket.close();
            }
            await().until(() -> gateway.bean(ConnectionLimits.class).open() == 1);
            for (int i = 0; i < PER_ADDRESS; i++) {
                flood.add(connect(gateway, 2));
            }
            await().until(() -> gateway.bean(ConnectionLimits.class).open() == 1 + PER_ADDRESS);
            assertThat(isRefused(connect(gateway, 2))).isTrue();
            assertThat(count(gateway, ConnectionRefusal.ADDRESS_LIMIT)).isPositive();
            for (Socket socket : flood) {
                socket.close();
            }
        }
    }

    private static long count(RunningGateway gateway, ConnectionRefusal reason) {
        return gateway.bean(ConnectionRefusals.class).count(reason);
    }

    private static long refused(RunningGateway gateway) {
        return count(gateway, ConnectionRefusal.TOTAL_LIMIT)
                + count(gateway, ConnectionRefusal.ADDRESS_LIMIT);
    }

    private static boolean isRefused(Socket socket) throws IOException {
        try (socket) {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void withAFullHeapNobodyElseGetsIn() throws Exception {
        try (RunningGateway gateway =
                        new RunningGateway(
                                        lobby.address(),
                                        game.address(),
                                        "mallard.gateway.client.connections.heap-limit="
                                                + heapLimit())
                                .awaitLinks();
                Innocent innocent = new Innocent(gateway, lobby)) {
            List<byte[]> ballast = new ArrayList<>();
            innocent.endures(
                    () -> {
                        ballast.add(new byte[BALLAST_BYTES]);
                        System.gc();
                        for (int i = 0; i < 100; i++) {
                            assertThat(isRefused(connect(gateway, 1))).isTrue();
                        }
                    });
            assertThat(count(gateway, ConnectionRefusal.HEAP_PRESSURE)).isEqualTo(100);
            ballast.clear();
            System.gc();
            try (TestClient next = gateway.connect()) {
                assertThat(next.send(TestPackets.roomList()).readError())
                        .isEqualTo("NOT_LOGGED_IN");
            }
        }
    }

    /** What the other tests of this process keep, and most of what this one adds. */
    private static double heapLimit() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(MemoryPoolMXBean::isUsageThresholdSupported)
                .map(MemoryPoolMXBean::getUsage)
                .mapToDouble(old -> (old.getUsed() + 0.9 * BALLAST_BYTES) / old.getMax())
                .min()
                .orElseThrow();
    }
}
