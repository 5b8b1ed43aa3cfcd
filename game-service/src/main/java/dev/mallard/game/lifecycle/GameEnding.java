package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.EndOfGame;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.loop.TimeSource;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameResult;
import dev.mallard.protocol.link.message.GameEnded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The end of one game. The lobby is told first; the players are released when it has recorded the end, or
 * has not done so in time. For the game's thread only.
 */
final class GameEnding implements EndOfGame {

    private static final Logger log = LoggerFactory.getLogger(GameEnding.class);

    private final Game game;
    private final List<Integer> participants;
    private final EndReports reports;
    private final Release release;
    private final TimeSource time;
    private final long patienceNanos;
    private final LoopObserver observer;
    private final Set<Integer> absent = new HashSet<>();
    private boolean cancelled;
    private boolean released;
    private long endedNanos;

    /** Lets the players of an ended game go. */
    @FunctionalInterface
    interface Release {

        /**
         * @param absent players who have gone since the end
         */
        void release(Set<Integer> absent);
    }

    /**
     * @param participants the host and everybody else who got a seat, in the order in which they joined
     * @param release called once
     * @param patience how long the players wait at most until the lobby has recorded the end
     */
    GameEnding(
            Game game,
            List<Integer> participants,
            EndReports reports,
            Release release,
            TimeSource time,
            Duration patience,
            LoopObserver observer) {
        this.game = game;
        this.participants = participants;
        this.reports = reports;
        this.release = release;
        this.time = time;
        this.patienceNanos = patience.toNanos();
        this.observer = observer;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void left(int playerId) {
        absent.add(playerId);
    }

    @Override
    public void recorded() {
        if (game.ended()) {
            releaseOnce();
        }
    }

    @Override
    public void ended() {
        GameResult result = game.result().orElseThrow();
        log.info(
                "Game {} has ended: {}, {} nights survived",
                game.id(),
                result.outcome(),
                result.wavesSurvived());
        observer.ended(result.outcome());
        endedNanos = time.nanoTime();
        if (cancelled) {
            releaseOnce();
        } else {
            reports.submit(report(result));
        }
    }

    @Override
    public void tick() {
        if (time.nanoTime() - endedNanos >= patienceNanos) {
            releaseOnce();
        }
    }

    private void releaseOnce() {
        if (!released) {
            released = true;
            release.release(absent);
        }
    }

    private GameEnded report(GameResult result) {
        return GameEnded.newBuilder()
                .setGameId(game.id())
                .addAllUserIds(participants)
                // A game that never started has lasted no time at all.
                .setStartedAt(result.startedAt().orElse(result.endedAt()))
                .setEndedAt(result.endedAt())
                .setOutcome(result.outcome().name())
                .setWavesSurvived(result.wavesSurvived())
                .build();
    }
}
