package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What clients and services see of a gateway that stops. */
class ShutdownIntegrationTest {

    @Test
    void everybodyIsToldBeforeTheGatewayEnds() throws Exception {
        try (FakeService lobby = new FakeService("lobby", "lobby-1").start();
                FakeService game = new FakeService("game", "game-1").start()) {
            RunningGateway gateway =
                    new RunningGateway(
                                    lobby.address(),
                                    game.address(),
                                    "mallard.gateway.client.event-loops=2")
                            .awaitLinks();
            List<TestClient> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(gateway.loggedIn());
                clients.add(gateway.connect());
            }
            int port = gateway.bean(ClientListener.class).port();
            SessionCounters counters = gateway.counters();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
            for (TestClient client : clients) {
                client.expectGetOut();
                client.close();
            }
            stopped.get(10, TimeUnit.SECONDS);
            for (int i = 0; i < 4; i++) {
                lobby.control(BodyCase.SESSION_CLOSED);
                game.control(BodyCase.SESSION_CLOSED);
            }
            assertThat(counters.disconnects(DisconnectReason.SERVER_SHUTDOWN))
                    .isEqualTo(clients.size());
            assertThatIOException().isThrownBy(() -> new TestClient(port).close());
        }
    }
}
