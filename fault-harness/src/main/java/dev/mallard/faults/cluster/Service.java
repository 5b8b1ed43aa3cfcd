package dev.mallard.faults.cluster;

import java.util.Locale;

/** One of the three services of the suite. */
public enum Service {
    LOBBY,
    GAME,
    GATEWAY;

    /** The name on the command line of the launcher, such as {@code lobby}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return label() + "-service";
    }
}
