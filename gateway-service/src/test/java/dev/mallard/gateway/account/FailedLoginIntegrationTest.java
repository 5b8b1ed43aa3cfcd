package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;
import dev.mallard.protocol.message.S2CErrorNotification;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a client can learn from logins that fail. */
class FailedLoginIntegrationTest {

    private static final Duration FAILURE_TIME = Duration.ofMillis(700);
    private static final String NOBODY = "127.0.0.1:1";

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                        NOBODY,
                        NOBODY,
                        "mallard.gateway.accounts.failure-time=" + FAILURE_TIME.toMillis() + "ms");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String refused(TestClient client, String email) throws IOException {
        client.send(
                GamePacket.newBuilder()
                        .setLoginRequest(
                                C2SLoginRequest.newBuilder()
                                        .setEmail(email)
                                        .setPassword("no password of anybody"))
                        .build());
        S2CErrorNotification error =
                client.read(PayloadCase.ERROR_NOTIFICATION).getErrorNotification();
        return error.getErrorMessage() + error.getClienterr();
    }

    @Test
    void neitherTextNorTimeTellsWhetherAnAccountExists() throws Exception {
        String known = gateway.newUser();
        String old = gateway.newUser();
        gateway.connect().register(known).close();
        gateway.connect().register(old).close();
        gateway.bean(JdbcTemplate.class)
                .update(
                        "update accounts.account set password_hash = ? where nickname = ?",
                        new BCryptPasswordEncoder(10).encode("quack quack"),
                        old);
        Map<String, List<Duration>> times = new TreeMap<>();
        List<String> texts = new ArrayList<>();
        try (TestClient client = gateway.connect()) {
            for (String name : List.of(known, old, "nobody", known, old, "nobody")) {
                long start = System.nanoTime();
                texts.add(refused(client, name + "@example.com"));
                times.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(Duration.ofNanos(System.nanoTime() - start));
            }
            long start = System.nanoTime();
            texts.add(refused(client, "no address at all"));
            times.put("", List.of(Duration.ofNanos(System.nanoTime() - start)));
        }

        assertThat(texts)
                .containsOnly(texts.getFirst())
                .first()
                .asString()
                .contains("LOGIN_FAILED");
        assertThat(times.values())
                .allSatisfy(
                        some ->
                                assertThat(some)
                                        .allSatisfy(
                                                time ->
                                                        assertThat(time)
                                                                .isGreaterThanOrEqualTo(
                                                                        FAILURE_TIME)));
    }

    @Test
    void unknownAddressesCostAsManyHashesAsWrongPasswords() throws Exception {
        String known = gateway.newUser();
        try (TestClient client = gateway.connect()) {
            client.register(known);
            double before = hashes();
            refused(client, known + "@example.com");
            double wrongPassword = hashes() - before;
            refused(client, "nobody@example.com");

            assertThat(wrongPassword).isEqualTo(1);
            assertThat(hashes() - before).isEqualTo(2);
        }
    }

    private static double hashes() {
        return gateway.bean(MeterRegistry.class)
                .get("mallard.gateway.password.hashing")
                .timer()
                .count();
    }

    @Test
    void operatorsSeeOutcomesQueriesAndThePool() throws Exception {
        try (TestClient client = gateway.connect()) {
            refused(client, "nobody@example.com");
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://localhost:" + gateway.httpPort() + "/actuator/prometheus");
            String metrics =
                    http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();

            assertThat(metrics)
                    .contains("mallard_gateway_logins_total{outcome=\"LOGIN_FAILED\"}")
                    .contains("mallard_gateway_password_hashing_seconds_count")
                    .contains("hikaricp_connections_max{pool=\"accounts\"} 8.0")
                    .contains("hikaricp_connections_acquire_seconds_count{pool=\"accounts\"}")
                    .containsPattern(
                            "spring_data_repository_invocations_seconds_count\\{.*"
                                    + "method=\"findByEmailKey\"");
        }
    }
}
