package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.Ticking;
import dev.mallard.game.loop.TimeSource;
import dev.mallard.protocol.link.message.GameMoved;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;

/**
 * The games that have come here from other services, as long as the lobby has not recorded that. Each is
 * reported at once, and every second until it is recorded. When too many wait, the oldest is given up.
 */
public final class MoveReports implements Ticking {

    private static final Logger log = LoggerFactory.getLogger(MoveReports.class);

    private static final Duration REPEAT = Duration.ofSeconds(1);

    private final RepeatedReports<Move> reports;

    private record Move(GameMoved message, List<Integer> players) {}

    public MoveReports(Gateways gateways, TimeSource time, EndingSettings settings) {
        this.reports =
                new RepeatedReports<>(
                        move -> gateways.moved(move.message(), move.players()),
                        gameId -> log.error("No lobby has recorded that game {} is here", gameId),
                        time,
                        REPEAT,
                        settings.maxReports());
    }

    /** Reports that a game goes on here. */
    void submit(GameMoved message, List<Integer> players) {
        reports.submit(message.getGameId(), new Move(message, List.copyOf(players)));
    }

    /** The lobby has recorded where a game is, or does not want the game. */
    void settled(int gameId) {
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
