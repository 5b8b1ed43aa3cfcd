package dev.mallard.bots.load.behaviour;

import dev.mallard.bots.load.player.Scene;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * A line of a script: an intent that comes up again and again.
 *
 * @param scenes where it makes sense; elsewhere nothing is done
 * @param period time between two beats, more than 0
 * @param inTurn whether the player first waits for the answer to what it did before, because that decides
 *     what to do next; the beat is done late then, and its latency counts from when it was due
 * @param intent what is done
 */
public record Line(Set<Scene> scenes, Duration period, boolean inTurn, Intent intent) {

    public Line {
        if (!period.isPositive()) {
            throw new IllegalArgumentException("a period has to be positive: " + period);
        }
        scenes = Set.copyOf(scenes);
    }

    /** Something in a running game. */
    static Line inGame(double perSecond, Intent intent) {
        return new Line(EnumSet.of(Scene.GAME), period(perSecond), false, intent);
    }

    /** Something outside of games, one after the other. */
    static Line inLobby(double perSecond, Intent intent) {
        return new Line(EnumSet.of(Scene.LOBBY, Scene.ROOM), period(perSecond), true, intent);
    }

    private static Duration period(double perSecond) {
        return Duration.ofNanos(Math.round(1e9 / perSecond));
    }
}
