package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.server.LinkServer;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What operators see and do over HTTP. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "mallard.link.port=0",
            "mallard.link.bind-address=127.0.0.1",
            "mallard.game.ending.record-timeout=0s",
            "mallard.game.shutdown.report-grace=0s",
            "spring.test.metrics.export=true"
        })
@DirtiesContext
@Timeout(120)
class OperationsIntegrationTest {

    @Autowired private LinkServer server;

    @Value("${local.server.port}")
    private int httpPort;

    private HttpResponse<String> call(String method, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + httpPort + "/actuator/" + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = call("GET", path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    @Test
    void showsAGameAndEndsIt() throws IOException, InterruptedException {
        try (TestGateway gateway = TestGateway.open(server.port(), "gateway-1")) {
            gateway.logIn(11, 1);
            gateway.send(
                    "create_game { room { room_id: 7 owner_id: 11 name: 'Pond' max_user_num: 2"
                            + " users { user_id: 11 name: 'anna' } } }");
            gateway.packet(3003);
            assertThat(get("games"))
                    .contains("\"games\":1", "\"players\":1", "\"acceptingGames\":true");
            assertThat(get("games/7"))
                    .contains("\"state\":\"PREPARED\"", "\"userId\":11", "\"connected\":true")
                    .doesNotContain("anna");
            assertThat(call("GET", "games/8").statusCode()).isEqualTo(404);
            assertThat(call("DELETE", "games/8").statusCode()).isEqualTo(404);
            assertThat(call("DELETE", "games/7").body()).isEqualTo("{\"gameId\":7}");
            assertThat(gateway.control(BodyCase.GAME_ENDED).getGameEnded().getOutcome())
                    .isEqualTo("STOPPED");
            gateway.packet(6003);
        }
    }

    @Test
    void countsRequestsByTypeAndByTheReasonOfTheirRejection()
            throws IOException, InterruptedException {
        try (TestGateway gateway = TestGateway.open(server.port(), "gateway-1")) {
            gateway.logIn(12, 1);
            gateway.send(
                    "create_game { room { room_id: 9 owner_id: 12 name: 'Pond' max_user_num: 2"
                            + " users { user_id: 12 name: 'anna' } } }");
            gateway.packet(3003);
            gateway.request(12, 1, "player_open_box_request { item_box_id: 999 }");
            assertThat(gateway.error()).isEqualTo("GAME_NOT_STARTED");
            gateway.request(12, 1, "player_attack_request {}");
            gateway.request(12, 1, "player_chatting_request { message: 'quack' }");
            gateway.packet(4025);
            assertThat(get("prometheus"))
                    .containsPattern(
                            "mallard_link_requests_total\\{.*outcome=\"GAME_NOT_STARTED\","
                                    + "type=\"C_PLAYER_OPEN_BOX_REQUEST\"\\} 1.0")
                    .containsPattern(
                            "mallard_game_drops_total\\{.*reason=\"GAME_NOT_STARTED\"\\} 1.0")
                    .containsPattern(
                            "mallard_game_commands_seconds_count\\{.*"
                                    + "type=\"S_PLAYER_CHATTING_REQUEST\"\\} 1");
            assertThat(call("DELETE", "games/9").statusCode()).isEqualTo(200);
            Awaitility.await().until(() -> get("games").contains("\"games\":0"));
        }
    }

    @Test
    void isHealthyAndReady() throws IOException, InterruptedException {
        assertThat(get("health"))
                .contains("\"status\":\"UP\"", "\"acceptingGames\":true", "\"ticksBehind\"");
        assertThat(get("health/readiness")).contains("\"status\":\"UP\"", "\"games\"");
        assertThat(get("health/liveness")).contains("\"status\":\"UP\"").doesNotContain("games");
    }

    @Test
    void measuresWhatHappensInTheGames() throws IOException, InterruptedException {
        assertThat(get("prometheus"))
                .contains(
                        "mallard_game_games ",
                        "mallard_game_players ",
                        "mallard_game_mailbox_depth ",
                        "mallard_game_mailbox_waiting ",
                        "mallard_game_ends_unrecorded ",
                        "mallard_game_ticks_behind_seconds ",
                        "mallard_game_tick_duration_seconds_bucket",
                        "mallard_game_tick_lateness_seconds_bucket",
                        "mallard_game_ticks_left_out_total ",
                        "mallard_game_drops_total{",
                        "mallard_game_mailbox_turned_away_total{",
                        "mallard_game_ended_total{",
                        "mallard_game_commands_seconds_count{",
                        "mallard_game_failures_total ");
        assertThat(get("metrics")).contains("mallard.game.tick.lateness");
        assertThat(get("info")).contains("java");
    }
}
