package dev.mallard.bots.scenario;

/** The match did not go as a match goes; the message says in one line why. */
public final class MatchFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MatchFailedException(String message) {
        super(message);
    }
}
