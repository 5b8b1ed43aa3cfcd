package dev.mallard.lobby.store;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How changes that meet in the database are repeated.
 *
 * @param maxAttempts how often one change is tried; after that it fails with SERVER_BUSY
 * @param retryDelay longest pause before the second attempt, chosen at random up to it; it grows by as much
 *     with every further attempt
 */
@Validated
@ConfigurationProperties("mallard.lobby.store")
public record StoreProperties(
        @DefaultValue("12") @Min(1) @Max(100) int maxAttempts,
        @DefaultValue("10ms") Duration retryDelay) {}
