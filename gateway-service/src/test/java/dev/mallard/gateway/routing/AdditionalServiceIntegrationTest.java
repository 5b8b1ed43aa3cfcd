package dev.mallard.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.gateway.FakeInbox;
import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Services and packets that only the configuration knows. */
class AdditionalServiceIntegrationTest {

    private static final FakeService LOBBY = new FakeService("lobby", "lobby-1").start();
    private static final FakeService GAME = new FakeService("game", "game-1").start();

    @AfterAll
    static void stop() {
        LOBBY.close();
        GAME.close();
    }

    @Test
    void aServiceIsAddedByConfiguration() throws Exception {
        try (FakeService guild = new FakeService("guild", "guild-1").start();
                RunningGateway gateway =
                        new RunningGateway(
                                        LOBBY.address(),
                                        GAME.address(),
                                        "mallard.gateway.upstream.groups.guild.instances="
                                                + guild.address(),
                                        "mallard.gateway.routes[0].first-id=20000",
                                        "mallard.gateway.routes[0].last-id=20009",
                                        "mallard.gateway.routes[0].group=guild")
                                .awaitLinks();
                TestClient client = gateway.connect();
                TestClient member = gateway.loggedIn()) {
            client.sendHex("4e25 05 312e302e30 00000001 07");
            assertThat(client.readError()).isEqualTo("NOT_LOGGED_IN");
            member.sendHex("4e2a 05 312e302e30 00000001 07");
            assertThat(member.readError()).isEqualTo("UNKNOWN_PACKET_TYPE");
            member.sendHex("4e25 05 312e302e30 00000001 07");
            FakeInbox.Received received = guild.request();
            assertThat(received.packetType()).isEqualTo(20_005);
            assertThat(received.userId()).isEqualTo(member.userId());
            assertThat(received.payload()).containsExactly(7);
        }
    }

    @Test
    void aRouteToAServiceThatIsNotThereStopsTheStart() {
        assertThatThrownBy(
                        () ->
                                new RunningGateway(
                                        LOBBY.address(),
                                        GAME.address(),
                                        "mallard.gateway.routes[0].first-id=20000",
                                        "mallard.gateway.routes[0].group=guild"))
                .rootCause()
                .hasMessageContaining("packet id 20000 goes to guild, which is no upstream group");
    }
}
