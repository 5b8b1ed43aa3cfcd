package dev.mallard.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.upstream.LinkState;
import dev.mallard.gateway.upstream.UpstreamLink;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** What operators read of a lobby that is up, one that is away and one that drains. */
class UpstreamsIntegrationTest {

    @Test
    void eachInstanceHasItsStateAndItsTrouble() throws Exception {
        try (FakeService up = new FakeService("lobby", "lobby-up").start();
                FakeService away = new FakeService("lobby", "lobby-away").start();
                FakeService draining = new FakeService("lobby", "lobby-draining").start();
                FakeService game = new FakeService("game", "game-1").start();
                HttpClient http = HttpClient.newHttpClient()) {
            draining.acceptingWork = false;
            String lobbies = String.join(",", up.address(), away.address(), draining.address());
            try (RunningGateway gateway =
                    new RunningGateway(
                            lobbies, game.address(), "mallard.gateway.client.event-loops=1")) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> gateway.links().stream().allMatch(UpstreamLink::isUsable));
                away.kill();
                UpstreamLink lost =
                        gateway.links().stream()
                                .filter(link -> link.instance().id().equals("lobby-away"))
                                .findFirst()
                                .orElseThrow();
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () ->
                                        lost.state() == LinkState.BACKING_OFF
                                                && lost.trouble().contains("Cannot connect"));
                URI uri =
                        URI.create(
                                "http://localhost:" + gateway.httpPort() + "/actuator/upstreams");
                HttpRequest request = HttpRequest.newBuilder(uri).build();
                // The link that backs off is connecting again for a moment now and then.
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () ->
                                        http.send(request, HttpResponse.BodyHandlers.ofString())
                                                .body()
                                                .contains("BACKING_OFF"));
                String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                assertThat(body)
                        .contains(
                                instance("lobby-up", up, true, "UP", ""),
                                "\"id\":\"lobby-away\",\"address\":\"" + away.address() + "\"",
                                "\"trouble\":\"Cannot connect to " + away.address(),
                                "Connection refused",
                                instance("lobby-draining", draining, false, "DRAINING", ""));
                assertThat(List.of(body.split("\"name\":"))).hasSize(3);
            }
        }
    }

    private static String instance(
            String id, FakeService service, boolean accepting, String state, String trouble) {
        return """
        {"id":"%s","address":"%s","sessions":0,"rooms":0,"games":0,"acceptingWork":%s,\
        "withdrawn":false,"reconnects":0,"links":[{"loop":0,"state":"%s","pendingBytes":0,"trouble":"%s"}]}\
        """
                .formatted(id, service.address(), accepting, state, trouble)
                .strip();
    }
}
