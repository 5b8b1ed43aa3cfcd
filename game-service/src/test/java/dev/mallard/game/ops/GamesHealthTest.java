package dev.mallard.game.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.TickThread;
import dev.mallard.game.loop.TickWheel;
import dev.mallard.game.support.ManualTime;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

import java.time.Duration;

class GamesHealthTest {

    private final ManualTime time = new ManualTime();
    private final LiveGames games = new LiveGames(5);
    private final TickThread ticks = new TickThread(new TickWheel(Duration.ofMillis(200), 0), time);
    private final GamesHealth health = new GamesHealth(games, ticks);

    @Test
    void isUpWhileTheGamesGoOn() {
        ticks.close();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails())
                .containsEntry("games", 0)
                .containsEntry("players", 0)
                .containsEntry("acceptingGames", true)
                .containsKey("ticksBehind");
    }

    @Test
    void isOutOfServiceWhileNoGamesAreWanted() {
        ticks.close();
        games.close();
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void isDownWhenNobodyTicksAnyMore() {
        ticks.close();
        time.advance(Duration.ofSeconds(10));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }
}
