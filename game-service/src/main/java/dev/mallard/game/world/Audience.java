package dev.mallard.game.world;

/**
 * Who receives an event. Only connected players receive anything: {@link Game#recipients(Audience)}
 * turns an audience into user ids.
 */
public sealed interface Audience {

    /** Everybody in the game. */
    Audience ALL = new All();

    /** The host alone. */
    Audience HOST = new Host();

    /** Everybody in the game. */
    record All() implements Audience {}

    /**
     * Everybody but one player.
     *
     * @param playerId user id of the player left out
     */
    record AllBut(int playerId) implements Audience {}

    /** The host alone; nobody while the host is away or gone. */
    record Host() implements Audience {}

    /**
     * One player alone.
     *
     * @param playerId user id of the receiver
     */
    record Only(int playerId) implements Audience {}
}
