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
final class GamesHealth implements HealthIndicator {

    private static final Duration STALLED = Duration.ofSeconds(5);

    private final LiveGames games;
    private final TickThread ticks;

    GamesHealth(LiveGames games, TickThread ticks) {
        this.games = games;
        this.ticks = ticks;
    }

    @Override
    public Health health() {
        Duration behind = Duration.ofNanos(ticks.behindNanos());
        Health.Builder health;
        if (behind.compareTo(STALLED) > 0) {
            health = Health.down();
        } else {
            health = games.closed() ? Health.outOfService() : Health.up();
        }
        return health.withDetail("games", games.size())
                .withDetail("players", games.players())
                .withDetail("acceptingGames", games.accepting())
                .withDetail("ticksBehind", behind.toMillis() + " ms")
                .build();
    }
}
