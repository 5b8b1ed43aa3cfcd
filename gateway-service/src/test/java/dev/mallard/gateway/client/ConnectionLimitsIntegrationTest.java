package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a flood of connections meets. */
class ConnectionLimitsIntegrationTest {

    private final FakeService lobby = new FakeService("lobby", "lobby-1").start();
    private final FakeService game = new FakeService("game", "game-1").start();

    @AfterEach
    void stop() {
        lobby.close();
        game.close();
    }

    @Test
    void aFloodFromOneAddressIsRefusedAndThoseWhoAreInStayIn() throws IOException {
        try (RunningGateway gateway =
                new RunningGateway(
                                lobby.address(),
                                game.address(),
                                "mallard.gateway.client.connections.per-address=5")
                        .awaitLinks()) {
            flood(gateway, 5, ConnectionRefusal.ADDRESS_LIMIT);
        }
    }

    @Test
    void aFloodFromManyAddressesIsRefusedAndThoseWhoAreInStayIn() throws IOException {
        try (RunningGateway gateway =
                new RunningGateway(
                                lobby.address(),
                                game.address(),
                                "mallard.gateway.client.connections.total=5")
                        .awaitLinks()) {
            flood(gateway, 5, ConnectionRefusal.TOTAL_LIMIT);
        }
    }

    private static void flood(RunningGateway gateway, int limit, ConnectionRefusal reason)
            throws IOException {
        List<TestClient> inside = new ArrayList<>();
        for (int i = 0; i < limit; i++) {
            inside.add(gateway.connect());
        }
        inside.getFirst().send(TestPackets.roomList()).readError();
        ConnectionLimits limits = gateway.bean(ConnectionLimits.class);
        await().until(() -> limits.open() == limit);
        for (int i = 0; i < 10 * limit; i++) {
            try (TestClient refused = gateway.connect()) {
                refused.expectEnd();
            }
        }
        assertThat(gateway.bean(ConnectionRefusals.class).count(reason)).isEqualTo(10L * limit);
        for (TestClient client : inside) {
            assertThat(client.send(TestPackets.roomList()).readError()).isEqualTo("NOT_LOGGED_IN");
            client.close();
        }
        await().until(() -> limits.open() == 0);
        try (TestClient next = gateway.connect()) {
            assertThat(next.send(TestPackets.roomList()).readError()).isEqualTo("NOT_LOGGED_IN");
        }
    }
}
