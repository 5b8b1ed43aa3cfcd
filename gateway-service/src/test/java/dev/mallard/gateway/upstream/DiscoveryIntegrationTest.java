package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Instances that appear and disappear behind a name. */
class DiscoveryIntegrationTest {

    /** The names that exist; shared with the gateway under test. */
    private static final Map<String, List<String>> ADDRESSES = new ConcurrentHashMap<>();

    @Configuration(proxyBeanMethods = false)
    static class Names {

        @Bean
        @Primary
        AddressResolver namesOfTheTest() {
            return host -> {
                List<String> found = ADDRESSES.get(host);
                if (found == null) {
                    throw new UnknownHostException(host);
                }
                InetAddress[] addresses = new InetAddress[found.size()];
                for (int i = 0; i < addresses.length; i++) {
                    addresses[i] = InetAddress.getByName(found.get(i));
                }
                return List.of(addresses);
            };
        }
    }

    private final FakeService lobby = new FakeService("lobby", "lobby-1").start();
    private final FakeService game = new FakeService("game", "game-1").start();

    @AfterEach
    void stop() {
        ADDRESSES.clear();
        lobby.close();
        game.close();
    }

    @Test
    void anInstanceThatAppearsIsLinkedAndOneThatIsGoneIsGivenUp() throws Exception {
        try (RunningGateway gateway = start()) {
            UpstreamGroup lobbies = gateway.bean(UpstreamGroups.class).lobby();
            assertThat(lobbies.instances()).isEmpty();
            ADDRESSES.put("lobbies", List.of("127.0.0.1"));
            await().atMost(Duration.ofSeconds(10)).until(lobbies::isUsable);
            try (TestClient client = gateway.loggedIn()) {
                lobby.control(BodyCase.SESSION_OPENED);
                client.send(TestPackets.roomList());
                lobby.request();
                ADDRESSES.put("lobbies", List.of());
                assertThat(client.readError())
                        .as("the open request")
                        .isEqualTo("LOBBY_UNAVAILABLE");
                await().until(() -> lobbies.instances().isEmpty() && lobby.linkCount() == 0);
                client.send(TestPackets.roomList());
                assertThat(client.readError()).isEqualTo("LOBBY_UNAVAILABLE");

                ADDRESSES.put("lobbies", List.of("127.0.0.1"));
                await().atMost(Duration.ofSeconds(10)).until(lobbies::isUsable);
                client.send(TestPackets.roomList());
                lobby.request();
                lobby.answer(TestPackets.rooms(), client.userId());
                client.read();
            }
        }
    }

    @Test
    void anInstanceWithGamesIsKeptUntilTheyAreOver() throws Exception {
        ADDRESSES.put("lobbies", List.of("127.0.0.1"));
        ADDRESSES.put("games", List.of("127.0.0.1"));
        game.games = 1;
        try (RunningGateway gateway = start()) {
            UpstreamGroup lobbies = gateway.bean(UpstreamGroups.class).lobby();
            await().atMost(Duration.ofSeconds(10)).until(lobbies::isUsable);
            UpstreamGroup games = gateway.bean(UpstreamGroups.class).game();
            await().atMost(Duration.ofSeconds(10)).until(games::isUsable);
            UpstreamInstance instance = games.instances().getFirst();
            ADDRESSES.put("games", List.of());
            await().until(() -> instance.link(0).state() == LinkState.DRAINING);
            assertThat(instance.isWithdrawn()).isTrue();

            ADDRESSES.put("games", List.of("127.0.0.1"));
            await().until(() -> instance.link(0).state() == LinkState.UP);
            assertThat(games.instances()).containsExactly(instance);

            ADDRESSES.put("games", List.of());
            await().until(() -> instance.link(0).state() == LinkState.DRAINING);
            try (TestClient client = gateway.loggedIn()) {
                game.control(
                        client.userId(),
                        LinkControl.newBuilder().setHeartbeat(Heartbeat.newBuilder()));
                await().atMost(Duration.ofSeconds(10)).until(() -> games.instances().isEmpty());
            }
        }
    }

    @Test
    void aLookUpThatFailsChangesNothing() {
        ADDRESSES.put("lobbies", List.of("127.0.0.1"));
        ADDRESSES.put("games", List.of("127.0.0.1"));
        try (RunningGateway gateway = start()) {
            UpstreamGroups groups = gateway.bean(UpstreamGroups.class);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> groups.lobby().isUsable() && groups.game().isUsable());
            ADDRESSES.remove("lobbies");
            ADDRESSES.put("games", List.of());
            await().atMost(Duration.ofSeconds(10)).until(() -> groups.game().instances().isEmpty());
            assertThat(groups.lobby().instances()).hasSize(1);
            assertThat(groups.lobby().isUsable()).isTrue();
        }
    }

    private RunningGateway start() {
        return new RunningGateway(
                List.of(Names.class),
                "dns:lobbies:" + lobby.port(),
                "dns:games:" + game.port(),
                "mallard.gateway.upstream.discovery-interval=100ms",
                "mallard.gateway.upstream.heartbeat-interval=200ms",
                "mallard.gateway.upstream.missed-heartbeats=50");
    }
}
