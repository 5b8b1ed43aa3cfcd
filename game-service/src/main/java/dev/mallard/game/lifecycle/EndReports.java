package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.Ticking;
import dev.mallard.game.loop.TimeSource;
import dev.mallard.protocol.link.message.GameEnded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/**
 * The ends of games that the lobby has not yet recorded. Each is reported at once, and again and again until
 * it is recorded. When too many wait, the oldest is given up. The end of a game that has come from another
 * service waits until the lobby knows that the game is here. Any thread.
 */
public final class EndReports implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(EndReports.class);

    private final RepeatedReports<GameEnded> reports;

    public EndReports(
            Gateways gateways, MoveReports moves, TimeSource time, EndingSettings settings) {
        this.reports =
                new RepeatedReports<>(
                        report -> {
                            if (!moves.isOpen(report.getGameId())) {
                                gateways.ended(report);
                            }
                        },
                        report ->
                                log.error(
                                        "The end of game {} was never recorded and is given up",
                                        report.getGameId()),
                        time,
                        settings.repeatEvery(),
                        settings.maxReports());
    }

    /** Reports the end of a game. */
    public void submit(GameEnded message) {
        reports.submit(message.getGameId(), message);
    }

    /** The end of a game that was to be reported later, or before, may be reported now. */
    void repeat(int gameId) {
        reports.repeat(gameId);
    }

    /** The lobby has recorded the end of a game. */
    public void recorded(int gameId) {
        reports.remove(gameId);
    }

    /** From now on repeats at least so often. */
    public void repeatEvery(Duration atMost) {
        reports.repeatEvery(atMost);
    }

    /**
     * Waits until every end is recorded or given up.
     *
     * @return false if some are not when the time is over
     */
    public boolean awaitEmpty(Duration atMost) throws InterruptedException {
        return reports.awaitEmpty(atMost);
    }

    /** How many ends are not yet recorded. */
    public int size() {
        return reports.size();
    }

    @Override
    public void tick(long dueNanos) {
        reports.repeatDue();
    }
}
