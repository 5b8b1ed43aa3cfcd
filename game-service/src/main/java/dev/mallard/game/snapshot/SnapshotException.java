package dev.mallard.game.snapshot;

/**
 * A snapshot cannot be turned into a game: it is damaged, has another version, or names content that
 * this service does not have. The message says which.
 */
public final class SnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SnapshotException(String message) {
        super(message);
    }

    SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
