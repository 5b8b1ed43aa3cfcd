package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Which answers are measured, and what is measured of them. */
class RoutingLatencyIntegrationTest {

    private static final FakeService LOBBY = new FakeService("lobby", "lobby-1").start();
    private static final FakeService GAME = new FakeService("game", "game-1").start();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                                LOBBY.address(),
                                GAME.address(),
                                "mallard.gateway.client.event-loops=1")
                        .awaitLinks();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        LOBBY.close();
        GAME.close();
    }

    @AfterEach
    void answerNothingByItself() {
        LOBBY.answering = null;
    }

    @Test
    void everySixteenthAnswerIsMeasured() throws Exception {
        LOBBY.answering = TestPackets.rooms();
        try (TestClient client = gateway.loggedIn()) {
            askUntilMeasured(client);
            long before = latency("lobby").count();
            for (int i = 0; i < 3 * RoutingLatency.SAMPLED_ONE_OF; i++) {
                ask(client);
            }
            LOBBY.roundTrip(client.userId());
            assertThat(latency("lobby").count()).isEqualTo(before + 3);
        }
        assertThat(latency("game").count()).isZero();
    }

    @Test
    void timeEndsWithTheAnswer() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            comeToTheNextMeasured(client);
            long count = latency("lobby").count();
            double total = latency("lobby").totalTime(TimeUnit.NANOSECONDS);
            long sent = System.nanoTime();
            client.send(TestPackets.roomList());
            LOBBY.request();
            long received = System.nanoTime();
            LOBBY.roundTrip(client.userId());
            assertThat(latency("lobby").count()).isEqualTo(count);
            long answered = System.nanoTime();
            LOBBY.answer(TestPackets.rooms(), client.userId());
            client.read(PayloadCase.GET_ROOM_LIST_RESPONSE);
            LOBBY.roundTrip(client.userId());
            assertThat(latency("lobby").count()).isEqualTo(count + 1);
            assertThat(latency("lobby").totalTime(TimeUnit.NANOSECONDS) - total)
                    .isBetween((double) (answered - received), (double) (System.nanoTime() - sent));
        }
    }

    @Test
    void whatIsNeverAnsweredHasNoLatency() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            comeToTheNextMeasured(client);
            long count = latency("lobby").count();
            client.send(TestPackets.roomList());
            LOBBY.request();
            LOBBY.kill();
            assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");
            assertThat(latency("lobby").count()).isEqualTo(count);
        }
        LOBBY.start();
        gateway.awaitLinks();
    }

    private static void ask(TestClient client) throws IOException {
        client.send(TestPackets.roomList());
        client.read(PayloadCase.GET_ROOM_LIST_RESPONSE);
    }

    /** Asks until a request has been measured: that is one of sixteen. */
    private static void askUntilMeasured(TestClient client) throws Exception {
        long before = latency("lobby").count();
        do {
            ask(client);
            LOBBY.roundTrip(client.userId());
        } while (latency("lobby").count() == before);
    }

    /** The next request will be measured. */
    private static void comeToTheNextMeasured(TestClient client) throws Exception {
        LOBBY.answering = TestPackets.rooms();
        askUntilMeasured(client);
        for (int i = 1; i < RoutingLatency.SAMPLED_ONE_OF; i++) {
            ask(client);
        }
        LOBBY.roundTrip(client.userId());
        LOBBY.answering = null;
    }

    private static Timer latency(String upstream) {
        return gateway.bean(MeterRegistry.class)
                .get("mallard.gateway.routing.latency")
                .tag("upstream", upstream)
                .timer();
    }
}
