package dev.mallard.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;

import org.junit.jupiter.api.Test;

import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Threads do not grow with the sessions, and each one has its purpose. */
class ThreadsIntegrationTest {

    private static final int SESSIONS = 40;

    /** What a gateway with one event loop may have, besides the threads of the JVM. */
    private static final List<Pattern> PURPOSES =
            List.of(
                    // the clients and the links
                    Pattern.compile("gateway-\\d+-1"),
                    // the endpoints of operators, and what keeps the process alive for them
                    Pattern.compile("http-(epoll|nio)-1"),
                    Pattern.compile("server"),
                    // the pool of database connections
                    Pattern.compile("accounts:housekeeper"),
                    // only while somebody logs in
                    Pattern.compile("password-hashing-\\d+"),
                    Pattern.compile("accounts:connection-(adder|closer)"));

    /** For virtual threads and delays, which the JVM makes and ends as they are needed. */
    private static final Predicate<String> OF_THE_JVM =
            Pattern.compile("ForkJoinPool.*|VirtualThread-.*|.*-Poller").asMatchPredicate();

    @Test
    void aGatewayHasOneThreadForEachPurpose() throws Exception {
        try (FakeService lobby = new FakeService("lobby", "lobby-threads").start();
                FakeService game = new FakeService("game", "game-threads").start()) {
            Set<Thread> others = Set.copyOf(Thread.getAllStackTraces().keySet());
            try (RunningGateway gateway =
                    new RunningGateway(
                                    lobby.address(),
                                    game.address(),
                                    "mallard.gateway.client.event-loops=1",
                                    "mallard.gateway.accounts.hashing.threads=1")
                            .awaitLinks()) {
                List<TestClient> clients = new ArrayList<>();
                for (int i = 0; i < SESSIONS; i++) {
                    clients.add(gateway.loggedIn());
                }
                assertThat(status(gateway, "/actuator/prometheus")).isEqualTo(200);
                assertThat(status(gateway, "/actuator/sessions")).isEqualTo(200);
                await().pollInSameThread()
                        .atMost(Duration.ofSeconds(30))
                        .untilAsserted(
                                () ->
                                        assertThat(names(others))
                                                .allMatch(ThreadsIntegrationTest::hasPurpose)
                                                .hasSizeLessThanOrEqualTo(5)
                                                .doesNotHaveDuplicates());
                for (TestClient client : clients) {
                    client.close();
                }
            }
        }
    }

    private static List<String> names(Set<Thread> others) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !others.contains(thread))
                .map(Thread::getName)
                .filter(OF_THE_JVM.negate())
                .toList();
    }

    private static boolean hasPurpose(String thread) {
        return PURPOSES.stream().anyMatch(purpose -> purpose.matcher(thread).matches());
    }

    private static int status(RunningGateway gateway, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + gateway.httpPort() + path);
        return ((HttpURLConnection) uri.toURL().openConnection()).getResponseCode();
    }
}
