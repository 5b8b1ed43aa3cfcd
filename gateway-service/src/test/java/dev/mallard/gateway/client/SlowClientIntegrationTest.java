package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.PlayerPositionData;
import dev.mallard.protocol.message.S2CPlayerPositionUpdateNotification;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Clients that do not take what is sent to them. */
class SlowClientIntegrationTest {

    private static final FakeService LOBBY = new FakeService("lobby", "lobby-1").start();
    private static final FakeService GAME = new FakeService("game", "game-1").start();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                                LOBBY.address(),
                                GAME.address(),
                                "mallard.gateway.client.rate.bytes=1GB",
                                "mallard.gateway.client.rate.byte-burst=1GB",
                                "mallard.gateway.client.slow-consumer-grace=2s")
                        .awaitLinks();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        LOBBY.close();
        GAME.close();
    }

    @Test
    void aClientThatTakesNothingIsClosedAndTheOthersNoticeNothing() throws Exception {
        long before = gateway.counters().disconnects(DisconnectReason.SLOW_CONSUMER);
        try (TestClient slow = gateway.loggedIn();
                TestClient quick = gateway.loggedIn()) {
            GamePacket large = TestPackets.chatNotification("x".repeat(60_000));
            for (int i = 0; i < 400; i++) {
                LOBBY.deliver(large, slow.userId());
                LOBBY.deliver(TestPackets.notification(i), quick.userId());
                assertThat(quick.read()).isEqualTo(TestPackets.notification(i));
            }
            await().until(
                            () ->
                                    gateway.counters().disconnects(DisconnectReason.SLOW_CONSUMER)
                                            == before + 1);
        }
    }

    @Test
    void periodicPacketsAreLeftOutForASlowClientBeforeItIsClosed() throws Exception {
        long before = gateway.counters().disconnects(DisconnectReason.SLOW_CONSUMER);
        S2CPlayerPositionUpdateNotification.Builder positions =
                S2CPlayerPositionUpdateNotification.newBuilder();
        for (int i = 0; i < 3_000; i++) {
            positions.addPlayerPositions(
                    PlayerPositionData.newBuilder().setPlayerId(1_000_000 + i).setX(1).setY(1));
        }
        GamePacket packet =
                GamePacket.newBuilder().setPlayerPositionUpdateNotification(positions).build();
        try (TestClient slow = gateway.loggedIn()) {
            while (gateway.counters().skippedPackets() < 10) {
                LOBBY.deliver(packet, slow.userId());
            }
            await().atMost(Duration.ofSeconds(10))
                    .until(
                            () ->
                                    gateway.counters().disconnects(DisconnectReason.SLOW_CONSUMER)
                                            == before + 1);
        }
    }
}
