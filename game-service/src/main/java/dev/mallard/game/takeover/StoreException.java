package dev.mallard.game.takeover;

/** The store did not do what it was asked for, or did not say so in time. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
