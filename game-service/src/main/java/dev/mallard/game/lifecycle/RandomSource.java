package dev.mallard.game.lifecycle;

import java.util.random.RandomGenerator;

/** Where the chance in each game comes from. Any thread. */
@FunctionalInterface
public interface RandomSource {

    /** A generator for one game, used by that game's thread only. */
    RandomGenerator forGame(int gameId);
}
