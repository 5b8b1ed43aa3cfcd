package dev.mallard.game.world;

/**
 * Where a game's events go. Called on the game's own thread, in the order in which the players have
 * to see the events; implementations must not call back into the game.
 */
@FunctionalInterface
public interface Notifications {

    /**
     * Delivers one event.
     *
     * @param audience who receives it
     * @param event what happened; immutable
     */
    void send(Audience audience, GameEvent event);

    /**
     * A request, or one entry of a request, was ignored without an answer.
     *
     * @param reason why
     */
    default void dropped(DropReason reason) {}

    /** A player moved farther than the walking speed allows (observed or shortened). */
    default void movedOutsideAllowance() {}

    /**
     * A player's seat was given up (declined, or the grace period ended); the player is no longer
     * in the game.
     *
     * @param playerId user id of the former player
     */
    default void seatGivenUp(int playerId) {}
}
