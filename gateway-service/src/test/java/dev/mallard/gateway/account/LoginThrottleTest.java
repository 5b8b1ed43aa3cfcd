package dev.mallard.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class LoginThrottleTest {

    private final LoginThrottle throttle =
            new LoginThrottle(
                    AccountPropertiesFixture.defaults(),
                    Clock.fixed(Instant.ofEpochSecond(1), ZoneOffset.UTC));

    @Test
    void allowsTenFailuresPerConnection() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.tryCount(attempt(1, "10.0.0.1", "a" + i + "@x.com"))).isTrue();
        }
        assertThat(throttle.tryCount(attempt(1, "10.0.0.1", "b@x.com"))).isFalse();
        assertThat(throttle.tryCount(attempt(2, "10.0.0.1", "b@x.com"))).isTrue();
    }

    @Test
    void allowsTwentyFailuresPerPairOfAddresses() {
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.tryCount(attempt(i, "10.0.0.1", "Duck@x.com"))).isTrue();
        }
        assertThat(throttle.tryCount(attempt(50, "10.0.0.1", "dUCK@X.COM"))).isFalse();
        assertThat(throttle.tryCount(attempt(51, "10.0.0.2", "duck@x.com"))).isTrue();
        assertThat(throttle.tryCount(attempt(52, "10.0.0.1", "goose@x.com"))).isTrue();
    }

    @Test
    void aRefusalByOneCounterDoesNotCountAtTheOther() {
        for (int i = 0; i < 20; i++) {
            throttle.tryCount(attempt(i, "10.0.0.1", "duck@x.com"));
        }
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.tryCount(attempt(99, "10.0.0.1", "duck@x.com"))).isFalse();
        }
        assertThat(throttle.tryCount(attempt(99, "10.0.0.1", "goose@x.com"))).isTrue();
    }

    @Test
    void successesDoNotCount() {
        for (int i = 0; i < 100; i++) {
            LoginAttempt attempt = attempt(1, "10.0.0.1", "duck@x.com");
            assertThat(throttle.tryCount(attempt)).isTrue();
            throttle.takeBack(attempt);
        }
    }

    private static LoginAttempt attempt(long connection, String address, String email) {
        return new LoginAttempt(connection, address, email, "secret");
    }
}
