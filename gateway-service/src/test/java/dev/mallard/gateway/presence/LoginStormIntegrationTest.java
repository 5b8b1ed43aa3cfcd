package dev.mallard.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Many logins of one account at the same moment. */
@Timeout(120)
class LoginStormIntegrationTest {

    private static final int LOGINS = 100;

    @Test
    void ofAHundredLoginsAtOnceExactlyOneStays() throws Exception {
        try (FakeService lobby = new FakeService("lobby", "lobby-1").start();
                FakeService game = new FakeService("game", "game-1").start();
                RunningGateway gateway =
                        new RunningGateway(
                                        lobby.address(),
                                        game.address(),
                                        "mallard.gateway.client.event-loops=2",
                                        "mallard.gateway.accounts.hashing.max-wait=1m",
                                        "mallard.gateway.accounts.throttle.per-address=1000")
                                .awaitLinks()) {
            String name = gateway.newUser();
            List<TestClient> clients = new ArrayList<>();
            clients.add(gateway.connect().register(name));
            while (clients.size() < LOGINS) {
                clients.add(gateway.connect());
            }
            Queue<TestClient> gone = new ConcurrentLinkedQueue<>();
            for (TestClient client : clients) {
                Thread.ofVirtual().start(() -> readToTheEnd(client, gone));
            }
            for (TestClient client : clients) {
                client.requestLogin(name);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> gone.size() == LOGINS - 1);
            // The last one may still be on its way in.
            await().until(() -> gateway.counters().inPhase(SessionPhase.IN_LOBBY) == 1);
            List<TestClient> left = new ArrayList<>(clients);
            left.removeAll(gone);
            left.getFirst().sendHex("07d6 05 312e302e30 00000002 5200");
            assertThat(lobby.request().packetType()).isEqualTo(2006);
            for (TestClient client : clients) {
                client.close();
            }
        }
    }

    /** Whoever is sent away is told so; nobody gets an error. */
    private static void readToTheEnd(TestClient client, Queue<TestClient> gone) {
        try {
            GamePacket packet = client.read();
            if (packet.getPayloadCase() == PayloadCase.LOGIN_RESPONSE) {
                packet = client.read();
            }
            if (packet.getPayloadCase() == PayloadCase.GET_OUT) {
                client.expectEnd();
                gone.add(client);
            }
        } catch (SocketTimeoutException stillThere) {
            // This is the one that stays.
        } catch (IOException ended) {
            // The test closes the last one.
        }
    }
}
