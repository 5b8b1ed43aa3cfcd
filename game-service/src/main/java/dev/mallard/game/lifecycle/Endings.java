package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.EndOfGame;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.loop.TimeSource;
import dev.mallard.game.world.Game;

import java.util.List;

/** Prepares the ends of games. Any thread. */
public final class Endings {

    private final EndReports reports;
    private final EndingSettings settings;
    private final TimeSource time;
    private final LoopObserver observer;

    public Endings(
            EndReports reports, EndingSettings settings, TimeSource time, LoopObserver observer) {
        this.reports = reports;
        this.settings = settings;
        this.time = time;
        this.observer = observer;
    }

    /** The end that a game will have; see {@link GameEnding}. */
    EndOfGame of(Game game, List<Integer> participants, GameEnding.Release release) {
        return new GameEnding(
                game, participants, reports, release, time, settings.patience(), observer);
    }

    /** The lobby has recorded the end of a game. */
    void recorded(int gameId) {
        reports.recorded(gameId);
    }
}
