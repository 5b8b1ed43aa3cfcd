package dev.mallard.game.takeover;

import io.lettuce.core.RedisURI;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How games survive the death of their service: with snapshots in Redis, from which another game service goes
 * on. Off as long as there is no {@code redis-uri}. All game services need the same Redis, prefix and lease.
 *
 * @param redisUri where Redis is, with user and password if it wants them, such as {@code
 *     redis://user:password@redis:6379/0}; {@code rediss} for TLS
 * @param prefix what the names of all keys begin with
 * @param lease time after which a game service that does not renew its lease counts as dead; its games stand
 *     still when it notices that itself
 * @param renewInterval time between two renewals of the lease, at most half the lease
 * @param snapshotInterval time between two snapshots of a game, which is how much of the play is lost at most
 * @param scanInterval time between two looks for games whose service is dead
 * @param batch snapshots that are written, and games that are taken over, in one go
 * @param maxPending snapshots that wait to be written; beyond that the oldest is dropped
 * @param commandTimeout longest time that Redis gets to answer, at most half the lease
 * @param outagePatience how long after Redis has stopped to answer games stand still at most, once the lease
 *     has lapsed; then they go on, since nobody else can have taken them over through a Redis that is down
 * @param recordTtl how long Redis keeps what nobody renews; longer than any service can be suspended
 * @param handOverTimeout how long a service that stops waits for others to take its games
 */
@Validated
@ConfigurationProperties("mallard.game.takeover")
public record TakeoverProperties(
        @NotBlank String redisUri,
        @DefaultValue("mallard:") @NotBlank String prefix,
        @DefaultValue("2s") @DurationMin(millis = 500) @DurationMax(minutes = 1) Duration lease,
        @DefaultValue("500ms") @DurationMin(millis = 50) Duration renewInterval,
        @DefaultValue("800ms") @DurationMin(millis = 100) @DurationMax(minutes = 1)
                Duration snapshotInterval,
        @DefaultValue("250ms") @DurationMin(millis = 50) @DurationMax(minutes = 1)
                Duration scanInterval,
        @DefaultValue("128") @Min(1) @Max(1000) int batch,
        @DefaultValue("4000") @Min(1) @Max(1_000_000) int maxPending,
        @DefaultValue("500ms") @DurationMin(millis = 50) Duration commandTimeout,
        @DefaultValue("2s") @DurationMin @DurationMax(minutes = 1) Duration outagePatience,
        @DefaultValue("10m") @DurationMin(seconds = 10) @DurationMax(hours = 24) Duration recordTtl,
        @DefaultValue("5s") @DurationMin @DurationMax(minutes = 1) Duration handOverTimeout) {

    public TakeoverProperties {
        requireAtMostHalf("renew-interval", renewInterval, lease);
        requireAtMostHalf("command-timeout", commandTimeout, lease);
        if (redisUri != null && !redisUri.isBlank()) {
            requireUri(redisUri);
        }
    }

    private static void requireAtMostHalf(String name, Duration duration, Duration lease) {
        if (duration.multipliedBy(2).compareTo(lease) > 0) {
            throw new IllegalArgumentException(
                    "mallard.game.takeover.%s must be at most half the lease of %s, not %s"
                            .formatted(name, lease, duration));
        }
    }

    /** The reason stays out, since it would show the password. */
    @SuppressWarnings("UnusedException")
    private static void requireUri(String uri) {
        try {
            RedisURI.create(uri);
        } catch (IllegalArgumentException notAUri) {
            throw new IllegalArgumentException(
                    "mallard.game.takeover.redis-uri is not the address of a Redis, such as"
                            + " redis://user:password@host:6379/0");
        }
    }

    RedisURI uri() {
        RedisURI uri = RedisURI.create(redisUri);
        uri.setTimeout(commandTimeout);
        return uri;
    }

    /** The address may have a password in it, and stays out of logs and failure analyses. */
    @Override
    public String toString() {
        return "TakeoverProperties[prefix " + prefix + ", lease " + lease + "]";
    }
}
