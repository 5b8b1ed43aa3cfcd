package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mallard.bots.client.ConnectFailedException;
import dev.mallard.bots.client.GameClient;
import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.ClusterPlan;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Instance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Map;

/** That a cluster does to its instances what it says. */
@Timeout(900)
class ClusterSystemTest {

    private static final Map<String, String> CHEAP_PASSWORDS =
            Map.of(
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_MEMORY", "64KB",
                    "MALLARD_GATEWAY_ACCOUNTS_HASHING_ITERATIONS", "1");

    @Test
    void instancesComeGoFreezeAndAreCutOff() throws Exception {
        try (Database database = Database.started()) {
            ClusterPlan plan =
                    ClusterPlan.named("cluster")
                            .of(2, 1, 2)
                            .with(database.settings())
                            .with(CHEAP_PASSWORDS)
                            .withProxies();
            try (Cluster cluster = new Cluster(plan)) {
                Instance first = cluster.gateway(1);
                Instance later = cluster.game(2);
                cluster.start(
                        List.of(cluster.lobby(1), cluster.game(1), first, cluster.gateway(2)));
                register(cluster, 1);
                logIn(cluster, 2);
                assertThat(first.page("/actuator/upstreams").orElse("")).contains("game-1");

                later.start();
                await().atMost(Players.PATIENCE)
                        .until(
                                () ->
                                        first.page("/actuator/upstreams")
                                                .orElse("")
                                                .contains("game-2"));

                later.freeze();
                assertThat(later.running()).isTrue();
                assertThat(later.ready()).isFalse();
                later.thaw();
                later.awaitReady();
                assertThat(later.usage())
                        .hasValueSatisfying(
                                usage -> {
                                    assertThat(usage.residentKib()).isGreaterThan(50_000);
                                    assertThat(usage.threads()).isGreaterThan(5);
                                    assertThat(usage.openFiles()).isGreaterThan(5);
                                });

                cluster.network().door(first).refuse();
                assertThatThrownBy(() -> connect(cluster, 1).close())
                        .isInstanceOf(ConnectFailedException.class);
                logIn(cluster, 2);
                cluster.network().heal();
                logIn(cluster, 1);

                first.kill();
                assertThat(first.usage()).isEmpty();
                first.start();
                logIn(cluster, 1);
                first.stop();
                assertThat(first.running()).isFalse();
                assertThat(first.diedByItself()).isFalse();
            }
        }
    }

    private static GameClient connect(Cluster cluster, int gateway) {
        return GameClient.connect("localhost", cluster.clientPort(gateway), Players.PATIENCE);
    }

    private static void register(Cluster cluster, int gateway) throws InterruptedException {
        try (GameClient client = connect(cluster, gateway)) {
            client.register(Players.email("citizen"), Players.PASSWORD, "citizen");
        }
    }

    private static void logIn(Cluster cluster, int gateway) throws InterruptedException {
        try (GameClient client = connect(cluster, gateway)) {
            assertThat(client.login(Players.email("citizen"), Players.PASSWORD).getSuccess())
                    .isTrue();
        }
    }
}
