package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A database that is away costs a clear error, soon, and nothing has to be restarted after it. */
@DirtiesContext
@SpringBootTest(
        classes = AccountStoreContract.AccountStore.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "mallard.gateway.accounts.hashing.memory=64KB",
            "mallard.gateway.accounts.hashing.iterations=1",
            "management.endpoint.health.validate-group-membership=false"
        })
class DatabaseOutageIntegrationTest {

    private static final EmbeddedPostgres POSTGRES = postgres();
    private static final FlakyProxy PROXY = proxy();

    /** Two seconds are promised; the rest is for a machine that is busy with other tests. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private static final AtomicLong CONNECTIONS = new AtomicLong();

    @Autowired RegistrationService registrations;
    @Autowired LoginService logins;
    @Autowired AccountExecutor executor;

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static FlakyProxy proxy() {
        try {
            return new FlakyProxy(POSTGRES.getPort());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.datasource.url",
                () -> "jdbc:postgresql://localhost:" + PROXY.port() + "/postgres");
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("spring.datasource.password", () -> "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        PROXY.close();
        POSTGRES.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FlakyProxy.Mode.class,
            names = {"SILENT", "BROKEN"})
    void answersBusySoonAndRecovers(FlakyProxy.Mode outage) {
        String name = "duck" + outage;
        registrations.register(Registration.of(name, name + "@pond.com", "quack quack"));
        assertThat(outcome(login(name))).isInstanceOf(Login.class);

        PROXY.become(outage);
        long start = System.nanoTime();
        List<CompletableFuture<?>> attempts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            attempts.add(login(name));
            attempts.add(executor.submit(() -> register("goose" + outage)));
        }
        assertThat(attempts)
                .allSatisfy(a -> assertThat(outcome(a)).isEqualTo(ErrorCode.SERVER_BUSY));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);

        PROXY.become(FlakyProxy.Mode.WORKING);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outcome(login(name))).isInstanceOf(Login.class));
    }

    private CompletableFuture<Login> login(String name) {
        // Each from a place of its own: what is under way counts as failed until it is not.
        long n = CONNECTIONS.incrementAndGet();
        LoginAttempt attempt =
                new LoginAttempt(n, "10.0.0." + n, name + "@pond.com", "quack quack");
        return executor.submit(() -> logins.login(attempt));
    }

    private Account register(String name) {
        return registrations.register(Registration.of(name, name + "@pond.com", "quack quack"));
    }

    private static Object outcome(CompletableFuture<?> future) {
        return future.<Object>handle(
                        (value, failure) ->
                                failure instanceof RequestRejectedException rejection
                                        ? rejection.code()
                                        : failure == null ? value : failure)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
