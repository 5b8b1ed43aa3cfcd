package dev.mallard.bots.system;

import java.util.Locale;

/** One of the three services of the suite. */
enum Service {
    LOBBY,
    GAME,
    GATEWAY;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return label() + "-service";
    }
}
