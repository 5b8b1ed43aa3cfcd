package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;

/** Which answers are measured, and what is measured of them. */
class RoutingLatencyIntegrationTest {

    private final FakeService lobby = new FakeService("lobby", "lobby-1").start();
    private final FakeService game = new FakeService("game", "game-1").start();
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway =
                new RunningGateway(
                                lobby.address(),
                                game.address(),
                                "mallard.gateway.client.event-loops=1")
                        .awaitLinks();
    }

    @AfterEach
    void stop() {
        gateway.close();
        lobby.close();
        game.close();
    }

    @Test
    void everySixteenthAnswerIsMeasured() throws Exception {
        lobby.answering = TestPackets.rooms();
        try (TestClient client = gateway.loggedIn()) {
            for (int i = 0; i < 3 * RoutingLatency.SAMPLED_ONE_OF; i++) {
                client.send(TestPackets.roomList());
                client.read(PayloadCase.GET_ROOM_LIST_RESPONSE);
            }
            lobby.roundTrip(client.userId());
        }
        assertThat(latency("lobby").count()).isEqualTo(3);
        assertThat(latency("lobby").totalTime(TimeUnit.NANOSECONDS)).isPositive();
        assertThat(latency("game").count()).isZero();
    }

    @Test
    void timeEndsWithTheAnswer() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            long sent = System.nanoTime();
            client.send(TestPackets.roomList());
            lobby.request();
            long received = System.nanoTime();
            lobby.roundTrip(client.userId());
            assertThat(latency("lobby").count()).isZero();
            long answered = System.nanoTime();
            lobby.answer(TestPackets.rooms(), client.userId());
            client.read(PayloadCase.GET_ROOM_LIST_RESPONSE);
            lobby.roundTrip(client.userId());
            assertThat(latency("lobby").count()).isOne();
            assertThat(latency("lobby").totalTime(TimeUnit.NANOSECONDS))
                    .isBetween((double) (answered - received), (double) (System.nanoTime() - sent));
        }
    }

    @Test
    void whatIsNeverAnsweredHasNoLatency() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            client.send(TestPackets.roomList());
            lobby.request();
            lobby.kill();
            assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");
        }
        assertThat(latency("lobby").count()).isZero();
    }

    private Timer latency(String upstream) {
        return gateway.bean(MeterRegistry.class)
                .get("mallard.gateway.routing.latency")
                .tag("upstream", upstream)
                .timer();
    }
}
