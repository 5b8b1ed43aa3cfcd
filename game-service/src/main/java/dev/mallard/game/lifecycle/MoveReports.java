package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.Ticking;
import dev.mallard.game.loop.TimeSource;
import dev.mallard.protocol.link.message.GameMoved;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The games that have come here from other services, as long as the lobby has not recorded that. Each is
 * reported at once, and every second until it is recorded. When too many wait, the oldest is given up.
 *
 * <p>The lobby knows best whether a game is still wanted: the service before may have died between the end of a
 * game and telling anybody. So a game goes on when the lobby has recorded the move, and is forgotten without a word
 * to its players when the lobby does not want it. A lobby that says nothing for a second does not keep a game from
 * going on. Any thread.
 */
public final class MoveReports implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(MoveReports.class);

    private static final Duration REPEAT = Duration.ofSeconds(1);

    private final RepeatedReports<Move> reports;

    /** A game that has come here, and what to do with it, which is decided once. */
    private static final class Move {

        private final GameMoved message;
        private final List<Integer> players;
        private final Runnable goOn;
        private final Runnable forget;
        private final AtomicBoolean reported = new AtomicBoolean();
        private final AtomicBoolean decided = new AtomicBoolean();

        private Move(GameMoved message, List<Integer> players, Runnable goOn, Runnable forget) {
            this.message = message;
            this.players = players;
            this.goOn = goOn;
            this.forget = forget;
        }

        private void decide(Runnable decision) {
            if (decided.compareAndSet(false, true)) {
                decision.run();
            }
        }
    }

    public MoveReports(Gateways gateways, TimeSource time, EndingSettings settings) {
        this.reports =
                new RepeatedReports<>(
                        move -> report(move, gateways),
                        MoveReports::giveUp,
                        time,
                        REPEAT,
                        settings.maxReports());
    }

    private static void report(Move move, Gateways gateways) {
        gateways.moved(move.message, move.players);
        if (!move.reported.compareAndSet(false, true)) {
            move.decide(move.goOn);
        }
    }

    private static void giveUp(Move move) {
        log.error("No lobby has recorded that game {} is here", move.message.getGameId());
        move.decide(move.goOn);
    }

    /**
     * Reports that a game has come here.
     *
     * @param goOn is called when the game is to go on; on any thread, at most once, and then not {@code forget}
     * @param forget is called when nobody wants the game
     */
    void submit(GameMoved message, List<Integer> players, Runnable goOn, Runnable forget) {
        reports.submit(message.getGameId(), new Move(message, List.copyOf(players), goOn, forget));
    }

    /** The lobby has recorded where a game is. */
    void recorded(int gameId) {
        Move move = reports.remove(gameId);
        if (move != null) {
            move.decide(move.goOn);
        }
    }

    /** The lobby does not want a game. */
    void unwanted(int gameId) {
        Move move = reports.remove(gameId);
        if (move != null) {
            move.decide(move.forget);
        }
    }

    /** A game is elsewhere by now. */
    void gone(int gameId) {
        reports.remove(gameId);
    }

    /** Whether the lobby does not yet know that a game is here. */
    boolean isOpen(int gameId) {
        return reports.contains(gameId);
    }

    /** How many moves are not yet recorded. */
    public int size() {
        return reports.size();
    }

    @Override
    public void tick(long dueNanos) {
        reports.repeatDue();
    }
}
