package dev.mallard.transport;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;

import org.jspecify.annotations.Nullable;

import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateExpiredException;

import javax.net.ssl.SSLException;

/** Why a connection ended before its TLS handshake was over. */
public enum TlsFailure {
    /** The peer does not speak TLS. */
    PLAIN_TEXT,
    /** A certificate has expired, the peer's or, as the peer says, our own. */
    CERTIFICATE_EXPIRED,
    /** The two did not agree: an unknown authority, the wrong name, no common protocol. */
    HANDSHAKE_FAILED,
    /** The handshake was not over in time. */
    TIMEOUT,
    /** The connection was closed first, by the peer or by whoever was waiting for it. */
    CLOSED;

    /** How an alert of the peer appears in the message of the exception. */
    private static final String EXPIRED_ALERT = "certificate_expired";

    static TlsFailure of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotSslRecordException) {
                return PLAIN_TEXT;
            }
            if (cause instanceof SslHandshakeTimeoutException) {
                return TIMEOUT;
            }
            if (cause instanceof ClosedChannelException) {
                return CLOSED;
            }
            if (cause instanceof CertificateExpiredException || isExpiredAlert(cause)) {
                return CERTIFICATE_EXPIRED;
            }
        }
        return HANDSHAKE_FAILED;
    }

    private static boolean isExpiredAlert(Throwable cause) {
        String message = cause.getMessage();
        return cause instanceof SSLException && message != null && message.contains(EXPIRED_ALERT);
    }
}
