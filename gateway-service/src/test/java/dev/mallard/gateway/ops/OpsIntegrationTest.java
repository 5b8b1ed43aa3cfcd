package dev.mallard.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.gateway.client.ConnectionLimits;
import dev.mallard.gateway.client.DisconnectReason;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What operators see over HTTP. */
class OpsIntegrationTest {

    private static final FakeService LOBBY = new FakeService("lobby", "lobby-1").start();
    private static final FakeService GAME = new FakeService("game", "game-1").start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(LOBBY.address(), GAME.address()).awaitLinks();
    }

    @BeforeEach
    void awaitTheEndOfEarlierConnections() {
        await().until(() -> gateway.bean(ConnectionLimits.class).open() == 0);
    }

    @AfterAll
    static void stop() {
        HTTP.close();
        gateway.close();
        LOBBY.close();
        GAME.close();
    }

    @Test
    void readinessFollowsTheServicesAndLivenessDoesNot() throws Exception {
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        GAME.kill();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> status("/actuator/health/readiness") == 503);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(get("/actuator/health").body()).contains("\"game\":{").contains(GAME.address());
        GAME.start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> status("/actuator/health/readiness") == 200);
        gateway.awaitLinks();
    }

    @Test
    void routesAreShown() throws Exception {
        assertThat(get("/actuator/routes").body())
                .contains("{\"id\":1003,\"packet\":\"LOGIN_REQUEST\"")
                .contains("\"id\":4004,\"packet\":\"C_PLAYER_ATTACK_REQUEST\"")
                .contains("\"IN_LOBBY\":\"lobby\",\"SEAT_OFFERED\":\"game\",\"IN_GAME\":\"game\"");
    }

    @Test
    void upstreamsAreShown() throws Exception {
        assertThat(get("/actuator/upstreams").body())
                .contains("\"name\":\"lobby\",\"available\":true")
                .contains("\"id\":\"lobby-1\",\"address\":\"" + LOBBY.address() + "\"")
                .contains("\"loop\":0,\"state\":\"UP\"")
                .doesNotContain("secret");
    }

    @Test
    void metricsCountWhatHappens() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            client.send(TestPackets.roomList());
            LOBBY.request();
            LOBBY.answer(TestPackets.rooms(), client.userId());
            client.read();
            client.sendHex("ffff 05 312e302e30 00000000");
            assertThat(client.readError()).isEqualTo("UNKNOWN_PACKET_TYPE");
            String metrics = get("/actuator/prometheus").body();
            assertThat(metrics)
                    .contains("mallard_gateway_sessions{state=\"IN_LOBBY\"} 1.0")
                    .contains(
                            "mallard_gateway_packets_in_total{type=\"GET_ROOM_LIST_REQUEST\"} 1.0")
                    .contains(
                            "mallard_gateway_traffic_in_bytes_total{type=\"GET_ROOM_LIST_REQUEST\"}"
                                    + " 14.0")
                    .contains(
                            "mallard_gateway_packets_out_total{type=\"GET_ROOM_LIST_RESPONSE\"}"
                                    + " 1.0")
                    .contains("mallard_gateway_packets_in_total{type=\"OTHER\"} 1.0")
                    .contains(
                            "mallard_gateway_packets_refused_total{error=\"UNKNOWN_PACKET_TYPE\"}"
                                    + " 1.0")
                    .contains("mallard_gateway_disconnects_total{reason=\"TAKEN_OVER\"} 0.0")
                    .contains("mallard_gateway_upstream_links{state=\"UP\",upstream=\"lobby\"} 1.0")
                    .contains("mallard_gateway_upstream_reconnects_total{upstream=\"lobby\"}")
                    .contains(
                            "mallard_gateway_upstream_heartbeat_seconds_count{upstream=\"lobby\"}");
        }
    }

    @Test
    void sessionsAreCountedAndOneIsShown() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            assertThat(get("/actuator/sessions").body())
                    .contains("\"connections\":1,\"addresses\":1")
                    .contains("\"ANONYMOUS\":0")
                    .contains("\"IN_LOBBY\":1");
            assertThat(get("/actuator/sessions/" + client.userId()).body())
                    .contains("\"userId\":" + client.userId())
                    .contains("\"state\":\"IN_LOBBY\"")
                    .contains("\"address\":\"127.0.0.1\"")
                    .contains("\"connectedSince\":\"20")
                    .contains("\"packetsReceived\":2")
                    .contains("\"packetsDelivered\":0")
                    .contains("\"pendingBytes\":0")
                    .doesNotContain("@");
        }
        assertThat(status("/actuator/sessions/999999")).isEqualTo(404);
    }

    @Test
    void anOperatorCanDisconnectAUser() throws Exception {
        try (TestClient client = gateway.loggedIn();
                TestClient other = gateway.loggedIn()) {
            long before = gateway.counters().disconnects(DisconnectReason.KICKED);
            assertThat(delete("/actuator/sessions/" + client.userId())).isEqualTo(204);
            client.expectGetOut();
            assertThat(gateway.counters().disconnects(DisconnectReason.KICKED))
                    .isEqualTo(before + 1);
            assertThat(delete("/actuator/sessions/" + client.userId())).isEqualTo(404);
            assertThat(status("/actuator/sessions/" + other.userId())).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "beans",
                "configprops",
                "heapdump",
                "threaddump",
                "loggers",
                "shutdown"
            })
    void nothingElseIsExposed(String endpoint) throws Exception {
        assertThat(status("/actuator/" + endpoint)).isEqualTo(404);
    }

    private static int delete(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + gateway.httpPort() + path);
        return HTTP.send(
                        HttpRequest.newBuilder(uri).DELETE().build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int status(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + gateway.httpPort() + path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
