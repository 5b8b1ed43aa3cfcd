package dev.mallard.lobby.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How much may wait to be served.
 *
 * @param maxPerUser most requests of one user that wait or are being served; further ones are answered with
 *     SERVER_BUSY
 * @param maxTotal most requests of all users that wait or are being served; further ones are answered with
 *     SERVER_BUSY
 * @param closingTime how long a stopping lobby goes on serving what it has accepted
 */
@Validated
@ConfigurationProperties("mallard.lobby.work")
public record WorkProperties(
        @DefaultValue("64") @Min(1) @Max(10_000) int maxPerUser,
        @DefaultValue("4000") @Min(1) @Max(1_000_000) int maxTotal,
        @DefaultValue("5s") Duration closingTime) {}
