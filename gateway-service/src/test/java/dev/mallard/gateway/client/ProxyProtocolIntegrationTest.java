package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Clients behind a load balancer that says who they are. */
class ProxyProtocolIntegrationTest {

    private static final FakeService LOBBY = new FakeService("lobby", "lobby-1").start();
    private static final FakeService GAME = new FakeService("game", "game-1").start();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                                LOBBY.address(),
                                GAME.address(),
                                "mallard.gateway.client.connections.per-address=1",
                                "mallard.gateway.client.proxy-protocol.enabled=true",
                                "mallard.gateway.client.proxy-protocol.timeout=500ms",
                                "mallard.gateway.client.proxy-protocol.trusted=127.0.0.0/8")
                        .awaitLinks();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        LOBBY.close();
        GAME.close();
    }

    @Test
    void theAddressOfTheHeaderIsTheClients() throws Exception {
        String name = gateway.newUser();
        try (TestClient client = connect("192.0.2.1").register(name).login(name)) {
            assertThat(
                            gateway.bean(SessionInspector.class)
                                    .find(client.userId())
                                    .get()
                                    .orElseThrow()
                                    .address())
                    .isEqualTo("192.0.2.1");
        }
    }

    @Test
    void connectionsAreCountedByTheAddressOfTheHeader() throws IOException {
        try (TestClient one = connect("192.0.2.7");
                TestClient other = connect("192.0.2.8")) {
            assertThat(one.send(TestPackets.roomList()).readError()).isEqualTo("NOT_LOGGED_IN");
            assertThat(other.send(TestPackets.roomList()).readError()).isEqualTo("NOT_LOGGED_IN");
            try (TestClient again = connect("192.0.2.7")) {
                again.expectEnd();
            }
        }
        assertThat(refusals(ConnectionRefusal.ADDRESS_LIMIT)).isEqualTo(1);
        await().until(() -> gateway.bean(ConnectionLimits.class).addresses() == 0);
    }

    @Test
    void whoeverSaysNothingOfAProxyIsRefused() throws IOException {
        long before = refusals(ConnectionRefusal.NO_PROXY_HEADER);
        try (TestClient client = gateway.connect().sendHex("07d6 05 312e302e30 00000002 5200")) {
            client.expectEnd();
        }
        assertThat(refusals(ConnectionRefusal.NO_PROXY_HEADER)).isEqualTo(before + 1);
    }

    @Test
    void whoeverWaitsTooLongIsRefused() throws IOException {
        try (TestClient client = gateway.connect()) {
            client.expectEnd();
        }
        assertThat(refusals(ConnectionRefusal.PROXY_HEADER_TIMEOUT)).isPositive();
    }

    private static long refusals(ConnectionRefusal reason) {
        return gateway.bean(ConnectionRefusals.class).count(reason);
    }

    private static TestClient connect(String address) throws IOException {
        String header = "PROXY TCP4 " + address + " 198.51.100.1 40000 5555\r\n";
        return gateway.connect().sendRaw(header.getBytes(StandardCharsets.US_ASCII));
    }
}
