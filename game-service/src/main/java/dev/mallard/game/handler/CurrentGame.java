package dev.mallard.game.handler;

import dev.mallard.game.loop.LiveGame;

import org.springframework.stereotype.Component;

/** The game on whose thread a handler runs. Bound while a command of that game runs, and nowhere else. */
@Component
final class CurrentGame {

    private final ScopedValue<LiveGame> bound = ScopedValue.newInstance();

    /** Runs a task that may ask for the game. */
    void during(LiveGame game, Runnable task) {
        ScopedValue.where(bound, game).run(task);
    }

    /**
     * The game.
     *
     * @throws IllegalStateException if the caller does not run on a game's thread
     */
    LiveGame get() {
        if (!bound.isBound()) {
            throw new IllegalStateException("there is no current game");
        }
        return bound.get();
    }
}
