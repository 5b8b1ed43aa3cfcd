package dev.mallard.transport;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A connection could not be opened. Quiet (no stack trace), because a link whose peer is down meets
 * it again with every attempt.
 */
public final class ConnectFailedException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    ConnectFailedException(String host, int port, IOException cause) {
        super("Cannot connect to " + host + ":" + port + ": " + cause.getMessage(), cause);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
