package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.AfterTick;
import dev.mallard.game.loop.GameActor;
import dev.mallard.protocol.message.RoomData;

/** Keeps what another service needs to go on with the games of this one. Any thread, unless it says otherwise. */
public interface GameKeeping {

    /** Keeps nothing: games die with their service. */
    GameKeeping NONE =
            new GameKeeping() {
                @Override
                public long newFence() {
                    return 0;
                }

                @Override
                public AfterTick keep(GameActor actor, RoomData room, long fence) {
                    return AfterTick.NOTHING;
                }

                @Override
                public void forget(int gameId) {}

                @Override
                public void discard(int gameId, long fence) {}
            };

    /** The fence of a game that is created now, greater than that of any game before; 0 if nothing is kept. */
    long newFence();

    /**
     * A game begins here, and is kept from now on.
     *
     * @param room what the game was made of, with those who have a seat
     * @return has to be called after each tick of the game
     */
    AfterTick keep(GameActor actor, RoomData room, long fence);

    /** A game is over: nobody is to go on with it. */
    void forget(int gameId);

    /** A game that was taken from a dead service had been over before, and was not kept here. */
    void discard(int gameId, long fence);
}
