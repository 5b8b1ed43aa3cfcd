package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import jakarta.persistence.EntityManagerFactory;

import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** What registration and login do on a real database; run once per database. */
@SpringBootTest(
        classes = AccountStoreContract.AccountStore.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "mallard.gateway.accounts.hashing.memory=64KB",
            "mallard.gateway.accounts.hashing.iterations=1",
            // A busy machine is no outage.
            "spring.datasource.hikari.connection-timeout=20000",
            "spring.datasource.hikari.data-source-properties.socketTimeout=20",
            // Health checks of other packages are not here.
            "management.endpoint.health.validate-group-membership=false"
        })
abstract class AccountStoreContract {

    /** The account package without client connections. Inside a test, so that no other context finds it. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = Account.class)
    @EnableConfigurationProperties(AccountProperties.class)
    @Import({
        PasswordHashing.class,
        LoginThrottle.class,
        AccountExecutor.class,
        RegistrationService.class,
        LoginService.class
    })
    static class AccountStore {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Autowired RegistrationService registrations;
    @Autowired LoginService logins;
    @Autowired AccountRepository accounts;
    @Autowired EntityManagerFactory entities;
    @Autowired JdbcTemplate jdbc;

    /** The throttle outlives a test, so no two tests share a connection. */
    private static final AtomicLong CONNECTIONS = new AtomicLong();

    @BeforeEach
    void empty() {
        accounts.deleteAll();
    }

    @Test
    void keepsAnAccountAsTyped() {
        Account made = register("Duck", "Duck@Pond.com", "quack quack");

        Account kept = accounts.findById(made.id()).orElseThrow();
        assertThat(kept.id()).isPositive();
        assertThat(kept.nickname()).isEqualTo("Duck");
        assertThat(kept.email()).isEqualTo("Duck@Pond.com");
        assertThat(kept.passwordHash()).startsWith("{argon2id}");
        assertThat(kept.sessionNumber()).isZero();
        assertThat(kept.createdAt()).isEqualTo(kept.updatedAt()).isNotNull();
    }

    @Test
    void refusesANicknameInOtherLetterCase() {
        register("Duck", "duck@pond.com", "quack quack");

        assertRejected(
                () -> register("dUCK", "other@pond.com", "quack quack"), ErrorCode.NICKNAME_TAKEN);
    }

    @Test
    void refusesAnAddressInOtherLetterCase() {
        register("Duck", "duck@pond.com", "quack quack");

        assertRejected(
                () -> register("Goose", "DUCK@POND.COM", "quack quack"), ErrorCode.EMAIL_TAKEN);
    }

    @Test
    void namesTheNicknameWhenBothAreTaken() {
        register("Duck", "duck@pond.com", "quack quack");

        assertRejected(
                () -> register("Duck", "duck@pond.com", "quack quack"), ErrorCode.NICKNAME_TAKEN);
    }

    @Test
    void keepsTheLongestKeys() {
        String nickname = "ΐ".repeat(20);
        String email = "ΐ".repeat(32) + "@" + ("ΐ".repeat(49) + ".").repeat(4) + "comm";

        Account made = register(nickname, email, "quack quack");

        assertThat(login(email, "quack quack").userId()).isEqualTo(made.id());
    }

    @Test
    void ofManyWhoWantOneNicknameOneGetsIt() throws Exception {
        List<Object> outcomes =
                together(12, i -> () -> register("Duck", "duck" + i + "@pond.com", "quack quack"));

        assertThat(outcomes).filteredOn(Account.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Account))
                .containsOnly(ErrorCode.NICKNAME_TAKEN);
        assertThat(accounts.count()).isEqualTo(1);
    }

    @Test
    void ofManyWhoWantOneAddressOneGetsIt() throws Exception {
        List<Object> outcomes =
                together(12, i -> () -> register("Duck" + i, "duck@pond.com", "quack quack"));

        assertThat(outcomes).filteredOn(Account.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Account))
                .containsOnly(ErrorCode.EMAIL_TAKEN);
    }

    @Test
    void logsInByAddressInAnyLetterCase() {
        Account duck = register("Duck", "duck@pond.com", "quack quack");

        Login login = login("DUCK@pond.COM", "quack quack");

        assertThat(login).isEqualTo(new Login(duck.id(), "Duck", 1));
    }

    @Test
    void refusesUnknownAddressWrongPasswordAndNonsenseAlike() {
        register("Duck", "duck@pond.com", "quack quack");

        for (String email : List.of("duck@pond.com", "goose@pond.com", "no address", "a\0@b.c")) {
            assertRejected(() -> login(email, "honk honk"), ErrorCode.LOGIN_FAILED);
        }
        assertRejected(() -> login("duck@pond.com", "QUACK QUACK"), ErrorCode.LOGIN_FAILED);
        assertRejected(() -> login("duck@pond.com", ""), ErrorCode.LOGIN_FAILED);
    }

    @Test
    void everyLoginGetsANumberOfItsOwn() throws Exception {
        register("Duck", "duck@pond.com", "quack quack");

        List<Object> outcomes = together(16, i -> () -> login("duck@pond.com", "quack quack"));

        assertThat(outcomes)
                .extracting(outcome -> ((Login) outcome).sessionNumber())
                .doesNotHaveDuplicates()
                .allMatch(number -> number >= 1 && number <= 16);
    }

    @Test
    void throttlesAfterTenFailuresOnOneConnection() {
        register("Duck", "duck@pond.com", "quack quack");
        long connection = CONNECTIONS.incrementAndGet();
        LoginAttempt wrong = new LoginAttempt(connection, "10.0.0.9", "duck@pond.com", "honk");
        LoginAttempt right =
                new LoginAttempt(connection, "10.0.0.9", "duck@pond.com", "quack quack");

        for (int i = 0; i < 10; i++) {
            assertRejected(() -> logins.login(wrong), ErrorCode.LOGIN_FAILED);
        }
        assertRejected(() -> logins.login(right), ErrorCode.LOGIN_THROTTLED);
        assertThat(login("duck@pond.com", "quack quack").sessionNumber()).isEqualTo(1);
    }

    @Test
    void replacesAnOutdatedHashAtLogin() {
        Account duck = register("Duck", "duck@pond.com", "quack quack");
        jdbc.update(
                "update accounts.account set password_hash = ? where id = ?",
                new BCryptPasswordEncoder(4).encode("quack quack"),
                duck.id());

        assertRejected(() -> login("duck@pond.com", "honk honk"), ErrorCode.LOGIN_FAILED);
        assertThat(login("duck@pond.com", "quack quack").sessionNumber()).isEqualTo(1);
        assertThat(accounts.findById(duck.id()).orElseThrow().passwordHash())
                .startsWith("{argon2id}");
        assertThat(login("duck@pond.com", "quack quack").sessionNumber()).isEqualTo(2);
    }

    @Test
    void hibernateGeneratesNoClasses() {
        assertThat(
                        entities.unwrap(SessionFactoryImplementor.class)
                                .getServiceRegistry()
                                .requireService(BytecodeProvider.class))
                .isInstanceOf(BytecodeProviderImpl.class);
    }

    private Account register(String nickname, String email, String password) {
        return registrations.register(Registration.of(nickname, email, password));
    }

    private Login login(String email, String password) {
        long connection = CONNECTIONS.incrementAndGet();
        return logins.login(new LoginAttempt(connection, "10.0.1." + connection, email, password));
    }

    private static void assertRejected(Callable<?> action, ErrorCode code) {
        assertThatThrownBy(action::call)
                .isInstanceOfSatisfying(
                        RequestRejectedException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }

    /** Runs actions at the same time; each comes out as its result or its error code. */
    private static List<Object> together(int count, IntFunction<Callable<?>> action)
            throws Exception {
        List<Future<Object>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                Callable<?> call = action.apply(i);
                running.add(threads.submit(() -> outcome(call)));
            }
        }
        List<Object> outcomes = new ArrayList<>();
        for (Future<Object> future : running) {
            outcomes.add(future.get());
        }
        return outcomes;
    }

    private static Object outcome(Callable<?> action) throws Exception {
        try {
            return action.call();
        } catch (RequestRejectedException rejection) {
            return rejection.code();
        }
    }
}
