package dev.mallard.game.rules;

import dev.mallard.game.world.RuleViolation;
import dev.mallard.game.world.RuleViolationException;

/** Refuses requests. */
final class Refusal {

    private Refusal() {}

    /**
     * Refuses the request when a condition holds.
     *
     * @throws RuleViolationException with the violation
     */
    static void when(boolean condition, RuleViolation violation) {
        if (condition) {
            throw new RuleViolationException(violation);
        }
    }
}
