package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.PlayersEntered;
import dev.mallard.protocol.link.message.PlayersReleased;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;
import dev.mallard.protocol.message.S2CGameOverNotification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What becomes of players and of requests when the gateway is told to stop. */
class DrainIntegrationTest {

    private static final int GAME_ID = 7;

    private final FakeService lobby = new FakeService("lobby", "lobby-1").start();
    private final FakeService game = new FakeService("game", "game-1").start();

    @AfterEach
    void stop() {
        lobby.close();
        game.close();
    }

    @Test
    void playersPlayOnUntilTheirGameIsOver() throws Exception {
        RunningGateway gateway = start("mallard.gateway.client.drain-grace=1m");
        int port = gateway.bean(ClientListener.class).port();
        int httpPort = gateway.httpPort();
        try (TestClient player = gateway.loggedIn();
                TestClient idle = gateway.loggedIn();
                TestClient anonymous = gateway.connect()) {
            enterGame(gateway, player);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
            idle.expectGetOut();
            anonymous.expectGetOut();
            assertThatIOException().isThrownBy(() -> new TestClient(port).close());
            assertThat(get(httpPort, "/actuator/health/readiness")).startsWith("503");
            assertThat(get(httpPort, "/actuator/health/liveness")).startsWith("200");
            assertThat(get(httpPort, "/actuator/prometheus"))
                    .contains("mallard_gateway_draining 1.0");

            player.send(TestPackets.chat("still here"));
            assertThat(game.request().packetType()).isEqualTo(4024);
            game.answer(TestPackets.chatNotification("still here"), player.userId());
            player.read(PayloadCase.PLAYER_CHATTING_NOTIFICATION);

            game.control(
                    player.userId(),
                    LinkControl.newBuilder()
                            .setPlayersReleased(
                                    PlayersReleased.newBuilder()
                                            .setGameId(GAME_ID)
                                            .addUserIds(player.userId())));
            game.deliver(gameOver(), player.userId());
            player.read(PayloadCase.GAME_OVER_NOTIFICATION);
            player.expectGetOut();
            stopped.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void theGracePeriodEnds() throws Exception {
        RunningGateway gateway = start("mallard.gateway.client.drain-grace=1s");
        SessionCounters counters = gateway.counters();
        try (TestClient player = gateway.loggedIn()) {
            enterGame(gateway, player);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
            player.expectGetOut();
            stopped.get(10, TimeUnit.SECONDS);
        }
        assertThat(counters.disconnects(DisconnectReason.SERVER_SHUTDOWN)).isEqualTo(1);
    }

    @Test
    void nobodyIsSentAwayBetweenARequestAndItsAnswer() throws Exception {
        RunningGateway gateway = start("mallard.gateway.client.farewell-timeout=10s");
        try (TestClient asking = gateway.loggedIn();
                TestClient idle = gateway.loggedIn()) {
            asking.send(TestPackets.roomList());
            lobby.request();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
            idle.expectGetOut();
            idle.socket().close();
            lobby.answer(TestPackets.rooms(), asking.userId());
            asking.read(PayloadCase.GET_ROOM_LIST_RESPONSE);
            asking.expectGetOut();
            asking.socket().close();
            stopped.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForForLong() throws Exception {
        RunningGateway gateway = start("mallard.gateway.client.farewell-timeout=300ms");
        try (TestClient asking = gateway.loggedIn()) {
            asking.send(TestPackets.roomList());
            lobby.request();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);
            asking.expectGetOut();
            stopped.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aClientThatDoesNotReadItsFarewellHoldsNobodyUp() throws Exception {
        RunningGateway gateway = start("mallard.gateway.client.farewell-timeout=300ms");
        try (TestClient deaf = gateway.loggedIn()) {
            GamePacket large = TestPackets.chatNotification("x".repeat(60_000));
            ClientSession session = gateway.bean(SessionRegistry.class).find(deaf.userId());
            assertThat(session).isNotNull();
            while (session.connection().pendingBytes() < 500_000) {
                lobby.deliver(large, deaf.userId());
            }
            CompletableFuture.runAsync(gateway::close).get(10, TimeUnit.SECONDS);
        }
    }

    private RunningGateway start(String... settings) {
        return new RunningGateway(lobby.address(), game.address(), settings).awaitLinks();
    }

    private void enterGame(RunningGateway gateway, TestClient client) {
        game.control(
                client.userId(),
                LinkControl.newBuilder()
                        .setPlayersEntered(
                                PlayersEntered.newBuilder()
                                        .setGameId(GAME_ID)
                                        .setGameInstance(game.instanceId())
                                        .addUserIds(client.userId())));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> gateway.counters().inPhase(SessionPhase.IN_GAME) == 1);
    }

    private static GamePacket gameOver() {
        return GamePacket.newBuilder()
                .setGameOverNotification(S2CGameOverNotification.getDefaultInstance())
                .build();
    }

    /** The status, and what was answered. */
    private static String get(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + port + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            var response = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }
}
