package dev.mallard.game.rules;

import java.util.random.RandomGenerator;

/** Chance that can be set to a seed again while it is in use. */
final class RestartableRandom implements RandomGenerator {

    private RandomGenerator random;

    RestartableRandom(long seed) {
        random = Match.random(seed);
    }

    void restart(long seed) {
        random = Match.random(seed);
    }

    @Override
    public long nextLong() {
        return random.nextLong();
    }
}
