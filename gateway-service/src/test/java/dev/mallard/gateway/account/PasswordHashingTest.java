package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class PasswordHashingTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PasswordHashing hashing =
            new PasswordHashing(AccountPropertiesFixture.cheap(), meters);

    @AfterEach
    void stop() {
        hashing.destroy();
    }

    @Test
    void matchesOnlyTheHashedPassword() {
        String hash = hashing.hash(new Password("correct horse"));

        assertThat(hash).startsWith("{argon2id}$argon2id$").doesNotContain("correct");
        assertThat(hashing.matches("correct horse", hash)).isTrue();
        assertThat(hashing.matches("Correct horse", hash)).isFalse();
        assertThat(hashing.matches("", hash)).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(hashing.hash(new Password("correct horse")))
                .isNotEqualTo(hashing.hash(new Password("correct horse")));
    }

    @Test
    void defaultCostsAreStatedInTheHash() {
        PasswordHashing costly =
                new PasswordHashing(AccountPropertiesFixture.defaults(), new SimpleMeterRegistry());
        try {
            assertThat(costly.hash(new Password("correct horse"))).contains("m=19456,t=2,p=1$");
        } finally {
            costly.destroy();
        }
    }

    @Test
    void stillKnowsBcrypt() {
        String bcrypt = new BCryptPasswordEncoder(4).encode("correct horse");

        for (String stored : List.of("{bcrypt}" + bcrypt, bcrypt + "")) {
            assertThat(hashing.matches("correct horse", stored)).isTrue();
            assertThat(hashing.matches("wrong horse", stored)).isFalse();
            assertThat(hashing.isOutdated(stored)).isTrue();
        }
    }

    @Test
    void knowsWhichHashesAreCheaperThanNewOnes() {
        PasswordHashing stronger =
                new PasswordHashing(
                        AccountPropertiesFixture.bind(
                                Map.of(
                                        "mallard.gateway.accounts.hashing.memory", "128KB",
                                        "mallard.gateway.accounts.hashing.iterations", "1")),
                        new SimpleMeterRegistry());
        try {
            String hash = hashing.hash(new Password("correct horse"));
            assertThat(hashing.isOutdated(hash)).isFalse();
            assertThat(stronger.isOutdated(hash)).isTrue();
            assertThat(stronger.matches("correct horse", hash)).isTrue();
        } finally {
            stronger.destroy();
        }
    }

    @Test
    void countsAndTimesEveryHash() {
        hashing.matchNothing("correct horse");

        assertThat(meters.get("mallard.gateway.password.hashing").timer().count()).isEqualTo(1);
        assertThat(meters.get("mallard.gateway.password.queue").gauge().value()).isZero();
    }

    @Test
    void isBusyWhenTheQueueIsFull() throws InterruptedException {
        PasswordHashing slow =
                new PasswordHashing(
                        AccountPropertiesFixture.bind(
                                Map.of(
                                        "mallard.gateway.accounts.hashing.memory", "64MB",
                                        "mallard.gateway.accounts.hashing.threads", "1",
                                        "mallard.gateway.accounts.hashing.queue", "1")),
                        new SimpleMeterRegistry());
        List<ErrorCode> refused = new ArrayList<>();
        List<Future<String>> hashes = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                hashes.add(callers.submit(() -> slow.hash(new Password("correct horse"))));
            }
            for (Future<String> hash : hashes) {
                try {
                    assertThat(hash.get()).startsWith("{argon2id}");
                } catch (ExecutionException failure) {
                    refused.add(rejection(failure.getCause()));
                }
            }
        } finally {
            slow.destroy();
        }
        assertThat(refused).isNotEmpty().containsOnly(ErrorCode.SERVER_BUSY);
    }

    @Test
    void isBusyWhenStopped() {
        hashing.destroy();

        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> hashing.hash(new Password("correct horse")))
                .satisfies(
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.SERVER_BUSY));
    }

    private static ErrorCode rejection(@Nullable Throwable failure) {
        return assertInstanceOf(RequestRejectedException.class, failure).code();
    }
}
