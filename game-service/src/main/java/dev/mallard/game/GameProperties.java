package dev.mallard.game;

import dev.mallard.game.content.ContentSource;
import dev.mallard.game.lifecycle.EndingSettings;
import dev.mallard.game.loop.MailboxLimits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the service runs its games. What the rules of the game leave open is in {@link RuleProperties}.
 *
 * @param maxGames number of games at the same time; when it is reached, the gateways are told to look for
 *     another instance
 * @param tickInterval time between two ticks of a game; the rules count on about 200 ms
 * @param content folder with game data that is used instead of the data that comes with the service
 * @param seed makes the chance in all games repeatable, for tests; without it every game is different
 * @param mailbox how much may wait for one game
 * @param ending how the end of a game is reported to the lobby
 * @param shutdown what happens to running games when the service stops
 */
@Validated
@ConfigurationProperties("mallard.game")
public record GameProperties(
        @DefaultValue("4000") @Min(1) @Max(1_000_000) int maxGames,
        @DefaultValue("200ms") @DurationMin(millis = 20) @DurationMax(seconds = 10)
                Duration tickInterval,
        @Nullable Path content,
        @Nullable Long seed,
        @DefaultValue @Valid Mailbox mailbox,
        @DefaultValue @Valid Ending ending,
        @DefaultValue @Valid Shutdown shutdown) {

    /**
     * How much may wait for one game.
     *
     * @param capacity requests of all its players together; what comes beyond is refused
     * @param playerShare requests of one player, at most {@code capacity}; what comes beyond is refused
     */
    public record Mailbox(
            @DefaultValue("1024") @Min(1) @Max(1_000_000) int capacity,
            @DefaultValue("256") @Min(1) @Max(1_000_000) int playerShare) {

        MailboxLimits toLimits() {
            return new MailboxLimits(capacity, playerShare);
        }
    }

    /**
     * How the end of a game is reported to the lobby.
     *
     * @param recordTimeout time the players wait at most until the lobby has recorded the end
     * @param repeatInterval time between two reports of an end that is not recorded
     * @param maxReports ends that wait to be recorded; beyond that the oldest is given up
     */
    public record Ending(
            @DefaultValue("1s") @DurationMin @DurationMax(minutes = 1) Duration recordTimeout,
            @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(hours = 1)
                    Duration repeatInterval,
            @DefaultValue("10000") @Min(1) @Max(1_000_000) int maxReports) {

        EndingSettings toSettings() {
            return new EndingSettings(recordTimeout, repeatInterval, maxReports);
        }
    }

    /**
     * What happens to running games when the service stops.
     *
     * @param grace time in which they may come to their own end; then they are ended, and lost
     * @param reportGrace time after the last game in which the lobby may still record what has ended; an end
     *     that is not recorded by then is lost, and its room remains until the lobby tidies up
     */
    public record Shutdown(
            @DefaultValue("0s") @DurationMin @DurationMax(hours = 24) Duration grace,
            @DefaultValue("10s") @DurationMin @DurationMax(hours = 1) Duration reportGrace) {}

    ContentSource contentSource() {
        return content == null ? ContentSource.bundled() : ContentSource.folder(content);
    }
}
