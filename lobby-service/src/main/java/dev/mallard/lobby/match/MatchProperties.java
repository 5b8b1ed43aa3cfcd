package dev.mallard.lobby.match;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * What becomes of the match history.
 *
 * @param retention how long an ended match is kept
 */
@Validated
@ConfigurationProperties("mallard.lobby.matches")
public record MatchProperties(@DefaultValue("90d") Duration retention) {

    public MatchProperties {
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("the retention of matches has to be positive");
        }
    }
}
