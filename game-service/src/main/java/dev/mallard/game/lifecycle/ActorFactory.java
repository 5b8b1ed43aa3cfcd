package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.GameActor;

/** Makes the actor for a game that is to be created. Any thread. */
@FunctionalInterface
public interface ActorFactory {

    /** A new actor, which has no game yet. */
    GameActor create(int gameId);
}
