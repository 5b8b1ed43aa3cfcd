package dev.mallard.game.rules;

/** What happens to a position that is farther away than the walking speed allows. */
public enum MovementMode {
    /** Taken as sent and counted. */
    OBSERVE,
    /** Shortened to the allowance. */
    ENFORCE,
    /** Taken as sent. */
    OFF
}
