package dev.mallard.game.ops;

import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.TickThread;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Whether the games go on: down when ticks are no longer passed on, out of service while no new games are
 * wanted.
 */
@Component("games")
final class TickHealth implements HealthIndicator {

    private static final Duration STALLED = Duration.ofSeconds(5);

    private final LiveGames games;
    private final TickThread ticks;

    TickHealth(LiveGames games, TickThread ticks) {
        this.games = games;
        this.ticks = ticks;
    }

    @Override
    public Health health() {
        Duration behind = Duration.ofNanos(ticks.behindNanos());
        Health.Builder health = behind.compareTo(STALLED) < 0 ? Health.up() : Health.down();
        if (behind.compareTo(STALLED) < 0 && games.closed()) {
            health = Health.outOfService();
        }
        return health.withDetail("games", games.size())
                .withDetail("players", games.players())
                .withDetail("acceptingGames", games.accepting())
                .withDetail("ticksBehind", behind.toMillis() + " ms")
                .build();
    }
}
