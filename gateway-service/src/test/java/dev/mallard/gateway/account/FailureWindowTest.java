package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class FailureWindowTest {

    private final FailureWindow<String> window = new FailureWindow<>(3, Duration.ofMillis(100), 2);

    @Test
    void refusesAtTheLimitUntilTheOldestFailureIsOutOfTheWindow() {
        assertThat(window.tryCount("a", 0)).isTrue();
        assertThat(window.tryCount("a", 10)).isTrue();
        assertThat(window.tryCount("a", 20)).isTrue();
        assertThat(window.tryCount("a", 99)).isFalse();
        assertThat(window.tryCount("a", 100)).isTrue();
        assertThat(window.tryCount("a", 109)).isFalse();
        assertThat(window.tryCount("a", 110)).isTrue();
    }

    @Test
    void refusedAttemptsDoNotProlongTheWait() {
        for (int i = 0; i < 3; i++) {
            window.tryCount("a", 0);
        }
        for (int now = 1; now < 100; now++) {
            assertThat(window.tryCount("a", now)).isFalse();
        }
        assertThat(window.tryCount("a", 100)).isTrue();
    }

    @Test
    void countsEachKeyAlone() {
        for (int i = 0; i < 3; i++) {
            window.tryCount("a", 0);
        }
        assertThat(window.tryCount("a", 0)).isFalse();
        assertThat(window.tryCount("b", 0)).isTrue();
    }

    @Test
    void anAttemptTakenBackDoesNotCount() {
        for (int i = 0; i < 10; i++) {
            assertThat(window.tryCount("a", 0)).isTrue();
            window.takeBack("a");
        }
        assertThat(window.size()).isZero();
        window.takeBack("unknown");
        assertThat(window.size()).isZero();
    }

    @Test
    void forgetsTheKeyUsedLongestAgo() {
        for (int i = 0; i < 3; i++) {
            window.tryCount("a", 0);
        }
        window.tryCount("b", 0);
        assertThat(window.tryCount("a", 1)).isFalse();
        window.tryCount("c", 1);
        assertThat(window.size()).isEqualTo(2);
        assertThat(window.tryCount("a", 1)).isFalse();
    }
}
