package dev.mallard.bots.scenario;

/** How a match is meant to end. */
public enum MatchGoal {
    /** The king of the monsters is led to the core, and the core falls. */
    LOSE,
    /** One player coats a sword with honey mustard and kills the king with it. */
    WIN
}
