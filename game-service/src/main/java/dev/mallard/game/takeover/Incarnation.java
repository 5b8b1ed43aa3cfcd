package dev.mallard.game.takeover;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * One run of a game service. A restarted service is another one, and does not own what it owned before.
 *
 * @param instance name of the instance
 * @param run tells the runs of an instance apart
 */
public record Incarnation(String instance, String run) {

    /** A run that begins now. */
    public static Incarnation begin(String instance, RandomGenerator random) {
        return new Incarnation(instance, HexFormat.of().toHexDigits(random.nextLong()));
    }

    /** The name by which the store knows it. */
    public String name() {
        return instance + "/" + run;
    }
}
