package dev.mallard.lobby.presence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * When users count as gone.
 *
 * @param settleTime time after the start of a lobby, counted from the moment when the first gateway has
 *     announced its sessions, in which the other gateways do the same; then members of waiting rooms whom
 *     nobody has announced leave. Longer than the longest pause between two attempts of a gateway to connect
 * @param abandonedAfter time in which none of the members of a playing room is logged in, after which the
 *     room is removed; longer than the game keeps the seats of players who are away
 * @param maxUnfinished most users whose leaving is remembered while the database is away; beyond it rooms
 *     keep them until their lifetime ends
 */
@Validated
@ConfigurationProperties("mallard.lobby.presence")
public record PresenceProperties(
        @DefaultValue("15s") Duration settleTime,
        @DefaultValue("5m") Duration abandonedAfter,
        @DefaultValue("100000") @Min(1) @Max(10_000_000) int maxUnfinished) {

    public PresenceProperties {
        if (settleTime.isNegative() || !abandonedAfter.isPositive()) {
            throw new IllegalArgumentException("times of presence have to be positive");
        }
    }
}
