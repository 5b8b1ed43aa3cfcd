package dev.mallard.transport;

import java.time.Duration;

/** The bounds of what a connection may need before it opens. */
final class OpeningTimeout {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private OpeningTimeout() {}

    static Duration check(Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the time-out must be from 1 ms to 1 min, not " + timeout);
        }
        return timeout;
    }
}
