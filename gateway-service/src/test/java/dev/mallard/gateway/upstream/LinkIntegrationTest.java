package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeInbox;
import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.protocol.link.message.Goodbye;
import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.SessionsAnnounced;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Links that come and go, and what flows on them. */
class LinkIntegrationTest {

    private FakeService lobby;
    private FakeService game;
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        lobby = new FakeService("lobby", "lobby-1").start();
        game = new FakeService("game", "game-1").start();
        gateway =
                new RunningGateway(
                                lobby.address(),
                                game.address(),
                                "mallard.gateway.client.event-loops=1",
                                "mallard.gateway.upstream.heartbeat-interval=1s")
                        .awaitLinks();
    }

    @AfterEach
    void stop() {
        gateway.close();
        lobby.close();
        game.close();
    }

    @Test
    void packetsGoThereAndBackUntouched() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            client.sendHex("07d6 05 312e302e30 00000003 ffeedd");
            FakeInbox.Received received = lobby.request();
            assertThat(received.payload()).containsExactly(0xff, 0xee, 0xdd);
            assertThat(received.userId()).isEqualTo(client.userId());
            lobby.answer(TestPackets.rooms(), client.userId());
            assertThat(client.read()).isEqualTo(TestPackets.rooms());
        }
    }

    @Test
    void anAnswerReachesOnlyTheSessionThatAsked() throws Exception {
        String name = gateway.newUser();
        try (TestClient first = gateway.connect().register(name).login(name)) {
            first.send(TestPackets.roomList());
            long asked = lobby.request().sessionNumber();
            try (TestClient second = gateway.connect().login(name)) {
                first.expectGetOut();
                lobby.answer(TestPackets.rooms(), second.userId(), asked);
                lobby.deliver(TestPackets.notification(1), second.userId());
                assertThat(second.read()).isEqualTo(TestPackets.notification(1));
                second.send(TestPackets.roomList());
                assertThat(lobby.request().sessionNumber()).isGreaterThan(asked);
                lobby.answer(TestPackets.rooms(), second.userId());
                assertThat(second.read()).isEqualTo(TestPackets.rooms());
            }
        }
    }

    @Test
    void oneDeliveryReachesAllRecipientsInOrder() throws Exception {
        List<TestClient> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(gateway.loggedIn());
        }
        int[] users = clients.stream().mapToInt(TestClient::userId).toArray();
        for (int i = 0; i < 200; i++) {
            lobby.deliver(TestPackets.notification(i), users);
        }
        for (TestClient client : clients) {
            for (int i = 0; i < 200; i++) {
                assertThat(client.read()).isEqualTo(TestPackets.notification(i));
            }
            client.close();
        }
    }

    @Test
    void recipientsWhoAreGoneAreLeftOut() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            lobby.deliver(TestPackets.notification(1), client.userId(), 99_999);
            assertThat(client.read()).isEqualTo(TestPackets.notification(1));
        }
    }

    @Test
    void requestsInFlightAreAnsweredWhenTheLinkDies() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            client.send(TestPackets.roomList())
                    .send(TestPackets.roomList())
                    .send(TestPackets.roomList())
                    .send(TestPackets.roomList());
            long number = lobby.request().sessionNumber();
            lobby.request();
            lobby.request();
            lobby.request();
            lobby.answer(TestPackets.rooms(), client.userId());
            lobby.done(client.userId(), number);
            lobby.deliver(TestPackets.notification(1), client.userId());
            client.read(PayloadCase.GET_ROOM_LIST_RESPONSE);
            client.read(PayloadCase.LEAVE_ROOM_NOTIFICATION);
            lobby.kill();
            assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");
            assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");
            client.send(TestPackets.roomList());
            assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");
        }
    }

    @Test
    void aLinkComesBackAndAnnouncesItsSessions() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            assertThat(lobby.control(BodyCase.SESSIONS_ANNOUNCED).getSessionsAnnounced())
                    .isEqualTo(SessionsAnnounced.newBuilder().setComplete(true).build());
            lobby.kill();
            await().until(() -> !link("lobby").isUsable());
            lobby.start();
            await().atMost(Duration.ofSeconds(2)).until(() -> link("lobby").isUsable());
            SessionsAnnounced announced =
                    lobby.control(BodyCase.SESSIONS_ANNOUNCED).getSessionsAnnounced();
            assertThat(announced.getComplete()).isTrue();
            assertThat(announced.getSessionsList())
                    .extracting(SessionOpened::getUserId)
                    .containsExactly(client.userId());
            client.send(TestPackets.roomList());
            assertThat(lobby.request().userId()).isEqualTo(client.userId());
            assertThat(link("lobby").instance().reconnects()).isEqualTo(1);
        }
    }

    @Test
    void aPeerThatFallsSilentCountsAsLost() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            client.send(TestPackets.roomList());
            lobby.request();
            lobby.silent = true;
            assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");
        }
    }

    @Test
    void aPeerThatSaysGoodbyeCountsAsLost() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            client.send(TestPackets.roomList());
            lobby.request();
            lobby.control(
                    client.userId(),
                    LinkControl.newBuilder().setGoodbye(Goodbye.getDefaultInstance()));
            assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");
        }
        gateway.awaitLinks();
    }

    @Test
    void aRefusalIsShown() {
        lobby.refusal = "the link secrets differ";
        lobby.kill();
        lobby.start();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> link("lobby").state() == LinkState.REFUSED);
        assertThat(link("lobby").trouble()).isEqualTo("WRONG_SECRET: the link secrets differ");
        assertThat(
                        gateway.bean(MeterRegistry.class)
                                .get("mallard.gateway.upstream.failures")
                                .tags("upstream", "lobby", "reason", "WRONG_SECRET")
                                .counter()
                                .count())
                .isPositive();
    }

    @Test
    void aServiceOfAnotherRoleIsNotUsed() {
        FakeService wrong = new FakeService("game", "game-7").start();
        try (wrong;
                RunningGateway other = new RunningGateway(wrong.address(), game.address())) {
            UpstreamLink link =
                    other.links().stream()
                            .filter(l -> l.instance().group().name().equals("lobby"))
                            .findFirst()
                            .orElseThrow();
            await().atMost(Duration.ofSeconds(10)).until(() -> link.state() == LinkState.REFUSED);
            assertThat(link.trouble()).contains("is a game service, not a lobby");
        }
    }

    @Test
    void aServiceThatWantsNoNewWorkIsDraining() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            game.control(
                    client.userId(),
                    LinkControl.newBuilder()
                            .setHeartbeat(
                                    Heartbeat.newBuilder()
                                            .setSentAt(1)
                                            .setLoad(Load.newBuilder().setGames(3))));
            await().until(() -> link("game").state() == LinkState.DRAINING);
            assertThat(link("game").instance().games()).isEqualTo(3);
        }
    }

    private UpstreamLink link(String group) {
        return gateway.links().stream()
                .filter(link -> link.instance().group().name().equals(group))
                .findFirst()
                .orElseThrow();
    }
}
