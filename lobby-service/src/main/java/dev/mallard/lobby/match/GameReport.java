package dev.mallard.lobby.match;

import dev.mallard.protocol.link.message.GameEnded;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What a game service, or a gateway that has lost one, reports about a game that has ended.
 *
 * @param gameId also the id of its room
 * @param instance the game service instance that ran it
 * @param players user ids
 * @param startedAt when the game began, or null if that is not known
 * @param endedAt when it ended
 * @param outcome name of the outcome, as the reporter calls it
 * @param wavesSurvived number of waves
 */
record GameReport(
        int gameId,
        String instance,
        List<Integer> players,
        @Nullable Instant startedAt,
        Instant endedAt,
        String outcome,
        int wavesSurvived) {

    /** The outcome with which gateways report a game whose service they have lost. */
    static final String SERVER_LOST = "SERVER_LOST";

    private static final int MAX_PLAYERS = 64;
    private static final int MAX_OUTCOME_LENGTH = 64;
    private static final int MAX_INSTANCE_LENGTH = 255;

    GameReport {
        players = players.stream().distinct().limit(MAX_PLAYERS).toList();
        outcome = cut(outcome, MAX_OUTCOME_LENGTH);
        instance = cut(instance, MAX_INSTANCE_LENGTH);
    }

    static GameReport of(GameEnded message) {
        return new GameReport(
                message.getGameId(),
                message.getGameInstance(),
                message.getUserIdsList(),
                message.getStartedAt() > 0 ? Instant.ofEpochMilli(message.getStartedAt()) : null,
                Instant.ofEpochMilli(message.getEndedAt()),
                message.getOutcome(),
                Math.max(0, message.getWavesSurvived()));
    }

    /** Whether a gateway reports the loss of a game service; it speaks for its own players only. */
    boolean isLoss() {
        return outcome.equals(SERVER_LOST);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
