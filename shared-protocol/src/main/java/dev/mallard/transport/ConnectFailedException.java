package dev.mallard.transport;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A connection could not be opened. Quiet (no stack trace), because a link whose peer is down meets
 * it again with every attempt.
 */
public final class ConnectFailedException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    private final boolean answered;
    private final @Nullable TlsFailure tlsFailure;

    ConnectFailedException(
            String host,
            int port,
            @Nullable String reason,
            boolean answered,
            @Nullable TlsFailure tlsFailure) {
        super(
                "Cannot connect to " + host + ":" + port + ": " + reason,
                new Reason(reason == null ? "unknown reason" : reason));
        this.answered = answered;
        this.tlsFailure = tlsFailure;
    }

    /**
     * @return whether the host answered, by refusing or ending the connection; if not, it may be gone,
     *     and the next attempt may take its whole time-out as well
     */
    public boolean answered() {
        return answered;
    }

    /**
     * @return what was wrong with TLS, or null if it was not TLS that failed
     */
    public @Nullable TlsFailure tlsFailure() {
        return tlsFailure;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    /** Only what the socket said: where it said so is of no interest. */
    private static final class Reason extends IOException {

        private static final long serialVersionUID = 1L;

        Reason(String message) {
            super(message);
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
