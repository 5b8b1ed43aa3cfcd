package dev.mallard.gateway.account;

import org.springframework.stereotype.Component;

import java.time.Clock;

/**
 * Limits the guessing of passwords: failed logins per connection, and per pair of e-mail address and source
 * address. Any thread.
 */
@Component
public class LoginThrottle {

    private final FailureWindow<Long> connections;
    private final FailureWindow<Guess> guesses;
    private final Clock clock;

    private record Guess(String emailKey, String remoteAddress) {}

    public LoginThrottle(AccountProperties properties, Clock clock) {
        AccountProperties.Throttle throttle = properties.throttle();
        this.connections =
                new FailureWindow<>(
                        throttle.perConnection(), throttle.window(), throttle.remembered());
        this.guesses =
                new FailureWindow<>(
                        throttle.perAddress(), throttle.window(), throttle.remembered());
        this.clock = clock;
    }

    /** Counts an attempt as failed, or says no because too many have failed before. */
    boolean tryCount(LoginAttempt attempt) {
        long now = clock.millis();
        if (!connections.tryCount(attempt.connection(), now)) {
            return false;
        }
        if (!guesses.tryCount(guess(attempt), now)) {
            connections.takeBack(attempt.connection());
            return false;
        }
        return true;
    }

    /** The attempt did not fail, or not because of what was typed. */
    void takeBack(LoginAttempt attempt) {
        connections.takeBack(attempt.connection());
        guesses.takeBack(guess(attempt));
    }

    private static Guess guess(LoginAttempt attempt) {
        // Longer texts are no addresses; cut, they take no more memory than addresses do.
        String email = attempt.email();
        int length = Math.min(email.length(), EmailAddress.MAX_LENGTH + 1);
        return new Guess(CaseFolding.fold(email.substring(0, length)), attempt.remoteAddress());
    }
}
