package dev.mallard.game.loop;

import java.util.HashMap;
import java.util.Map;

/**
 * With which sessions the players of one game took and left their seats, so that late news about a session
 * is told from news that counts. At most one entry per seat and kind; for the game's thread only.
 */
public final class SeatSessions {

    private final Map<Integer, Long> taken = new HashMap<>();
    private final Map<Integer, Long> left = new HashMap<>();

    /** A player has taken the seat again with a session. */
    public void taken(int playerId, long sessionNumber) {
        taken.put(playerId, sessionNumber);
        left.remove(playerId);
    }

    /** The session that used the seat has ended. */
    public void left(int playerId, long sessionNumber) {
        left.put(playerId, sessionNumber);
    }

    /** Whether a newer session than this one has taken the seat. */
    public boolean takenAfter(int playerId, long sessionNumber) {
        return taken.getOrDefault(playerId, Long.MIN_VALUE) > sessionNumber;
    }

    /** Whether the seat was left with this very session, and not taken since. */
    public boolean leftWith(int playerId, long sessionNumber) {
        Long number = left.get(playerId);
        return number != null && number == sessionNumber;
    }

    /** A player has no seat any more. */
    public void forget(int playerId) {
        taken.remove(playerId);
        left.remove(playerId);
    }
}
