package dev.mallard.game.takeover;

import dev.mallard.game.lifecycle.GameAdoption;
import dev.mallard.game.takeover.KeptGames.KeptGame;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.Set;

/** Drops games with which another service goes on. Any thread. */
final class Fencing {

    private static final Logger log = LoggerFactory.getLogger(Fencing.class);

    private final KeptGames kept;
    private final GameAdoption adoption;
    private final TakeoverMetrics metrics;

    Fencing(KeptGames kept, GameAdoption adoption, TakeoverMetrics metrics) {
        this.kept = kept;
        this.adoption = adoption;
        this.metrics = metrics;
    }

    /**
     * Drops those of some games that are lost.
     *
     * @param lost ids
     */
    void drop(Collection<Holding> holdings, Set<Integer> lost) {
        if (lost.isEmpty()) {
            return;
        }
        for (Holding holding : holdings) {
            KeptGame game = lost.contains(holding.gameId()) ? kept.lose(holding) : null;
            if (game != null) {
                log.warn("Game {} belongs to another service now", holding.gameId());
                adoption.drop(game.actor());
                metrics.fenced();
            }
        }
    }
}
