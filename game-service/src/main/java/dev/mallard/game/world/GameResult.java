package dev.mallard.game.world;

import java.util.OptionalLong;

/**
 * The result of an ended game.
 *
 * @param gameId the game
 * @param outcome how it ended
 * @param wavesSurvived number of nights that were lived through
 * @param createdAt creation, epoch milliseconds
 * @param startedAt start by the host, epoch milliseconds; empty when it never started
 * @param endedAt end, epoch milliseconds
 */
public record GameResult(
        int gameId,
        GameOutcome outcome,
        int wavesSurvived,
        long createdAt,
        OptionalLong startedAt,
        long endedAt) {}
