package dev.mallard.lobby.match;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * How games are prepared.
 *
 * @param timeout how long the creation of a game may take; then the room waits again and its owner gets
 *     GAME_CREATE_FAILED
 */
@Validated
@ConfigurationProperties("mallard.lobby.preparation")
public record PreparationProperties(@DefaultValue("10s") Duration timeout) {

    public PreparationProperties {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("the preparation timeout has to be positive");
        }
    }
}
