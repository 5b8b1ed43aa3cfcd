package dev.mallard.lobby.store;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How the database is used by many at once, and how changes that meet in it are repeated.
 *
 * @param maxConcurrent most transactions at once, no more than the pool has connections: so waiting for a
 *     connection means that the database is away, not that much is going on
 * @param maxWait longest time that a transaction waits for others to end; after that it fails with SERVER_BUSY
 * @param maxAttempts how often one change is tried; after that it fails with SERVER_BUSY
 * @param retryDelay longest pause before the second attempt, chosen at random up to it; it grows by as much
 *     with every further attempt
 */
@Validated
@ConfigurationProperties("mallard.lobby.store")
public record StoreProperties(
        @DefaultValue("10") @Min(1) @Max(1000) int maxConcurrent,
        @DefaultValue("2s") Duration maxWait,
        @DefaultValue("12") @Min(1) @Max(100) int maxAttempts,
        @DefaultValue("10ms") Duration retryDelay) {}
