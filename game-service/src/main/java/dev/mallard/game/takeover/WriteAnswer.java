package dev.mallard.game.takeover;

import java.util.Set;

/**
 * Which games the store has not stored; it has the others.
 *
 * @param lost ids of those that belong to somebody else now
 * @param incomplete ids of those whose whole snapshot it does not have, so that a delta says nothing
 */
public record WriteAnswer(Set<Integer> lost, Set<Integer> incomplete) {

    boolean has(Holding game) {
        return !lost.contains(game.gameId()) && !incomplete.contains(game.gameId());
    }
}
