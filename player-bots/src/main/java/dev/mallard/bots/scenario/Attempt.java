package dev.mallard.bots.scenario;

import java.time.Duration;

/** Says when to ask the server: at once, and again when nothing has come of it for a while. One thread. */
final class Attempt {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Duration waited = PATIENCE;

    /**
     * Whether to ask now.
     *
     * @param time how long the last tick took
     */
    boolean due(Duration time) {
        waited = waited.plus(time);
        if (waited.compareTo(PATIENCE) < 0) {
            return false;
        }
        waited = Duration.ZERO;
        return true;
    }
}
