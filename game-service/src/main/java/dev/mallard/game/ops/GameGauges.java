package dev.mallard.game.ops;

import dev.mallard.game.lifecycle.EndReports;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.TickThread;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

import java.util.concurrent.TimeUnit;

/** Measures how much there is at the moment. */
@Component
final class GameGauges implements MeterBinder {

    private final LiveGames games;
    private final EndReports reports;
    private final TickThread ticks;

    GameGauges(LiveGames games, EndReports reports, TickThread ticks) {
        this.games = games;
        this.reports = reports;
        this.ticks = ticks;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("mallard.game.games", games, LiveGames::size)
                .description("Live games")
                .register(meters);
        Gauge.builder("mallard.game.players", games, LiveGames::players)
                .description("Users who have a seat in a game")
                .register(meters);
        Gauge.builder("mallard.game.mailbox.depth", games, LiveGames::deepestMailbox)
                .description("Commands that wait for the game for which most wait")
                .register(meters);
        Gauge.builder("mallard.game.mailbox.waiting", games, LiveGames::waiting)
                .description("Commands that wait for all games")
                .register(meters);
        Gauge.builder("mallard.game.ends.unrecorded", reports, EndReports::size)
                .description("Ended games whose end the lobby has not recorded")
                .register(meters);
        TimeGauge.builder(
                        "mallard.game.ticks.behind",
                        ticks,
                        TimeUnit.NANOSECONDS,
                        TickThread::behindNanos)
                .description("How far the thread that ticks for all games is behind")
                .register(meters);
    }
}
