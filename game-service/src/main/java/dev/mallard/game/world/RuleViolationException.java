package dev.mallard.game.world;

/**
 * A request was refused and its sender is to be told. Nothing in the game has changed. Carries no
 * stack trace, so that a hostile client cannot make the server collect one per packet.
 */
public final class RuleViolationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuleViolation violation;

    /**
     * @param violation the rule that was violated
     */
    public RuleViolationException(RuleViolation violation) {
        super(violation.name(), null, false, false);
        this.violation = violation;
    }

    /** The rule that was violated. */
    public RuleViolation violation() {
        return violation;
    }
}
