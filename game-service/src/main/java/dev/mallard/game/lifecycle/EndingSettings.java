package dev.mallard.game.lifecycle;

import java.time.Duration;

/**
 * How the end of a game is reported to the lobby.
 *
 * @param patience how long the players wait at most until the lobby has recorded the end
 * @param repeatEvery time between two reports of the same end
 * @param maxReports ends that wait to be recorded, at most
 */
public record EndingSettings(Duration patience, Duration repeatEvery, int maxReports) {

    public EndingSettings {
        if (patience.isNegative() || !repeatEvery.isPositive() || maxReports < 1) {
            throw new IllegalArgumentException("not the settings of an ending");
        }
    }
}
