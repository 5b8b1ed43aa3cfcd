package dev.mallard.gateway.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How accounts are kept safe.
 *
 * @param maxPending most registrations and logins that may be under way at once; further ones are answered
 *     with SERVER_BUSY
 * @param failureTime time after which a failed login is answered, counted from the request. As long as it is
 *     longer than checking any password takes, of whatever method of hashing, the time of an answer does not
 *     tell whether the account exists
 * @param hashing how passwords are hashed
 * @param throttle how failed logins are limited
 */
@Validated
@ConfigurationProperties("mallard.gateway.accounts")
public record AccountProperties(
        @DefaultValue("512") @Min(1) @Max(100_000) int maxPending,
        @DefaultValue("300ms") Duration failureTime,
        @DefaultValue @Valid Hashing hashing,
        @DefaultValue @Valid Throttle throttle) {

    private static final Duration LONGEST_FAILURE_TIME = Duration.ofSeconds(10);

    public AccountProperties {
        if (failureTime.isNegative() || failureTime.compareTo(LONGEST_FAILURE_TIME) > 0) {
            throw new IllegalArgumentException(
                    "a failed login is answered after 0 s to 10 s, not " + failureTime);
        }
    }

    /**
     * How passwords are hashed. Changed costs apply to new hashes, and to those of known users at their next
     * login.
     *
     * @param memory memory that one argon2id hash takes
     * @param iterations passes over that memory
     * @param lanes lanes of argon2id
     * @param threads number of hashes computed at once, 0 for half the processors
     * @param queue most hashes that wait; further ones are answered with SERVER_BUSY
     * @param maxWait longest time that a hash waits for a thread, 100 ms to 1 minute; what would wait longer is
     *     answered with SERVER_BUSY at once
     */
    public record Hashing(
            @DefaultValue("19MB") DataSize memory,
            @DefaultValue("2") @Min(1) @Max(100) int iterations,
            @DefaultValue("1") @Min(1) @Max(16) int lanes,
            @DefaultValue("0") @Min(0) @Max(64) int threads,
            @DefaultValue("256") @Min(1) @Max(100_000) int queue,
            @DefaultValue("2s") Duration maxWait) {

        private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
        private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

        public Hashing {
            if (memory.toKilobytes() < 8L * lanes || memory.toKilobytes() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "hashing memory needs at least 8 KB per lane: " + memory);
            }
            if (maxWait.compareTo(SHORTEST_WAIT) < 0 || maxWait.compareTo(LONGEST_WAIT) > 0) {
                throw new IllegalArgumentException(
                        "a hash waits 100 ms to 1 minute for a thread, not " + maxWait);
            }
        }

        int effectiveThreads() {
            return threads > 0
                    ? threads
                    : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        }
    }

    /**
     * How failed logins are limited. What is remembered is bounded: beyond the bound the connections or
     * addresses whose last attempt is longest ago are forgotten.
     *
     * @param window time that a failed login counts
     * @param perConnection failed logins of one connection in that time, after which it is refused
     * @param perAddress failed logins for one e-mail address from one source address in that time, after
     *     which further ones are refused
     * @param remembered most connections, and most pairs of addresses, that are remembered
     */
    public record Throttle(
            @DefaultValue("5m") Duration window,
            @DefaultValue("10") @Min(1) @Max(1000) int perConnection,
            @DefaultValue("20") @Min(1) @Max(1000) int perAddress,
            @DefaultValue("50000") @Min(1) @Max(10_000_000) int remembered) {

        public Throttle {
            if (!window.isPositive()) {
                throw new IllegalArgumentException("the throttle window has to be positive");
            }
        }
    }
}
