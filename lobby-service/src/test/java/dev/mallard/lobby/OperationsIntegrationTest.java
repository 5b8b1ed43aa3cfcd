package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.server.LinkServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an operator sees over HTTP. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "mallard.link.port=0",
            "mallard.link.instance-id=lobby-test",
            "mallard.link.bind-address=127.0.0.1",
            "mallard.lobby.census-interval=50ms"
        })
class OperationsIntegrationTest {

    @TempDir static Path folder;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("MALLARD_DATA_DIR", folder::toString);
    }

    @Autowired LinkServer linkServer;
    @LocalServerPort int port;

    private FakeGateway gateway;

    @BeforeEach
    void connect() {
        gateway = FakeGateway.connect(linkServer.port(), "gateway-1");
    }

    @AfterEach
    void disconnect() {
        gateway.close();
    }

    private String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }

    @Test
    void showsHealthRoomsMatchesAndMetrics() throws Exception {
        FakeUser owner = gateway.logIn(1);
        int played = owner.create("Pond", 4).getRoomId();
        owner.askToPrepare();
        owner.done();
        gateway.control(BodyCase.PREPARE_GAME);
        gateway.control(GameMessages.created(played, "game-1"));
        gateway.control(GameMessages.ended(played, "game-1", "CLEAR", 1));
        gateway.control(BodyCase.GAME_END_RECORDED);
        int room = owner.create("Lake", 4).getRoomId();
        FakeUser member = gateway.logIn(2);
        member.join(room);
        member.askToJoin(room);
        member.rejection();

        assertThat(get("/actuator/health"))
                .contains("\"status\":\"UP\"")
                .contains("\"gateways\":[\"gateway-1\"]");
        assertThat(get("/actuator/health/liveness")).contains("UP");
        assertThat(get("/actuator/health/readiness")).contains("UP");
        assertThat(get("/actuator/rooms"))
                .contains("\"WAIT\":1")
                .contains("\"id\":" + room)
                .contains("\"members\":[1,2]")
                .doesNotContain("Lake");
        assertThat(get("/actuator/rooms?limit=-5")).contains("\"id\":" + room);
        assertThat(get("/actuator/matches"))
                .contains("\"gameId\":" + played)
                .contains("\"outcome\":\"CLEAR\"")
                .contains("\"players\":[1]");
        await().untilAsserted(
                        () ->
                                assertThat(get("/actuator/prometheus"))
                                        .contains("mallard_lobby_rooms{state=\"WAIT\"} 1.0")
                                        .contains("mallard_lobby_rooms{state=\"PLAY\"} 0.0")
                                        .contains("mallard_lobby_joins_total{outcome=\"SUCCESS\"}")
                                        .contains(
                                                "mallard_lobby_joins_total{outcome="
                                                        + "\"ALREADY_IN_ROOM\"}")
                                        .containsPattern(
                                                "mallard_lobby_prepares_seconds_count\\{outcome="
                                                        + "\"SUCCESS\"} [1-9]")
                                        .contains("mallard_lobby_work_queue")
                                        .contains("mallard_lobby_store_conflicts_total")
                                        .contains("mallard_lobby_store_waiting")
                                        .contains("mallard_lobby_list_omitted 0.0")
                                        .contains(
                                                "mallard_lobby_store_operations_seconds_count{"
                                                        + "operation=\"join-room\",outcome="
                                                        + "\"SUCCESS\"} 1")
                                        .contains(
                                                "mallard_lobby_store_operations_seconds_count{"
                                                        + "operation=\"join-room\",outcome="
                                                        + "\"ALREADY_IN_ROOM\"} 1")
                                        .contains("hikaricp_connections_max{pool=\"lobby\"} 10.0")
                                        .contains("hikaricp_connections_active{pool=\"lobby\"}")
                                        .contains(
                                                "hikaricp_connections_acquire_seconds_count{"
                                                        + "pool=\"lobby\"}"));
    }

    @Test
    void showsTheLatestMatchesFirstAndNoMoreThanAsked() throws Exception {
        FakeUser owner = gateway.logIn(7);
        List<Integer> games = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int game = owner.create("Pond", 2).getRoomId();
            owner.askToPrepare();
            owner.done();
            gateway.control(BodyCase.PREPARE_GAME);
            gateway.control(GameMessages.created(game, "game-1"));
            gateway.control(GameMessages.endedNow(game, "game-1", "CLEAR", 7));
            gateway.control(BodyCase.GAME_END_RECORDED);
            games.add(game);
        }

        assertThat(get("/actuator/matches?limit=2"))
                .containsSubsequence(
                        "\"gameId\":" + games.get(2) + ",", "\"gameId\":" + games.get(1) + ",")
                .doesNotContain("\"gameId\":" + games.get(0) + ",");
        assertThat(get("/actuator/matches?limit=0")).containsOnlyOnce("\"gameId\":");
        assertThat(get("/actuator/matches?limit=1000000")).contains("\"gameId\":");
    }
}
